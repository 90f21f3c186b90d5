-- tries: note it with `table.insert`
-- outcome: read_only
local seen = {}
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) table.insert(seen, n.borough) return #seen end } },
}
