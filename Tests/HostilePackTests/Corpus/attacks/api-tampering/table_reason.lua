-- tries: give a table for a reason
-- outcome: same
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return 1, {} end } },
}
