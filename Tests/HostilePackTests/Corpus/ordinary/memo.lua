-- shows: remember what was worked out, within one evaluation
-- result: 102334155 40
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local known, calls = {}, 0
        local function fib(k)
          if k < 2 then return k end
          if not known[k] then calls = calls + 1 known[k] = fib(k - 1) + fib(k - 2) end
          return known[k]
        end
        return 1, fib(40) .. " " .. calls + 1
    end },
  },
}
