-- tries: note it in a library's table with `table.insert`
-- outcome: read_only
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) table.insert(math, 1) return #math end } },
}
