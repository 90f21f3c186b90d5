-- shows: sieve primes
-- result: 25 97
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local composite, primes = {}, {}
        for i = 2, 100 do
          if not composite[i] then
            primes[#primes + 1] = i
            for j = i * i, 100, i do composite[j] = true end
          end
        end
        return 1, #primes .. " " .. primes[#primes]
    end },
  },
}
