-- tries: change a parameter while the pack loads
-- outcome: load:WM020
param.limit = 1
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return 1 end } },
}
