-- tries: read an address through `table.concat`
-- outcome: bad_argument
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return 1, table.concat({ {}, 2 }) end } },
}
