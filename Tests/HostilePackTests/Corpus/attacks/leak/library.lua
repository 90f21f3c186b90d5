-- tries: note it in a library's table
-- outcome: read_only
-- says: `seen`
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) string.seen = n.borough return 1 end } },
}
