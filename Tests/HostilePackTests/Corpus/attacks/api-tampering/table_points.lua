-- tries: give a table for points
-- outcome: not_points
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return {} end } },
}
