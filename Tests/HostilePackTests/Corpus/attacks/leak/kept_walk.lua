-- tries: keep a walk over a table, to see how far others went
-- outcome: load:WM020
local step = pairs({ 1, 2, 3, 4, 5, 6 })
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return step() or 0 end } },
}
