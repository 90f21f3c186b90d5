-- tries: compile text while the pack loads
-- outcome: load:WM012
-- says: `load`
local f = load("return 1")
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return 1 end } },
}
