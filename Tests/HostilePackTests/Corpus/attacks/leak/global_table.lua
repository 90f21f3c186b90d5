-- tries: note it in a table in a global
-- outcome: read_only
seen = {}
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) seen.x = n.borough return 1 end } },
}
