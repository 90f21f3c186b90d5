-- tries: change the date of the run while the pack loads
-- outcome: load:WM020
as_of = date("2030-01-01")
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return 1 end } },
}
