-- tries: name a module by a number
-- outcome: load:WM020
local x = require(7)
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return 1 end } },
}
