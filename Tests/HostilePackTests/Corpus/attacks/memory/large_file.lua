-- tries: be a file larger than any rule file
-- outcome: load:WM001
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return 1 end } },
}
-- «x»*300000
