-- shows: make functions that remember
-- result: 3 13
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local function counter(from)
          local c = from
          return function() c = c + 1 return c end
        end
        local a, b = counter(0), counter(10)
        a() a() b() b()
        return 1, a() .. " " .. b()
    end },
  },
}
