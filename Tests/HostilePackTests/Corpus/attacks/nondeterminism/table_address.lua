-- tries: read a table's address
-- outcome: same
-- result: table
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return 1, tostring({}) end } },
}
