-- tries: count in a parameter of the function that made it
-- outcome: changed_local
-- says: `c`
local function make(c) return function() c = c + 1 return c end end
local count = make(0)
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return count() end } },
}
