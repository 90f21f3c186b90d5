-- tries: note it with `table.move`
-- outcome: read_only
local seen = {}
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) table.move({ n.borough }, 1, 1, 1, seen) return #seen end } },
}
