-- tries: note it in a global
-- outcome: read_only
-- says: `seen`
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) seen = n.borough return 1 end } },
}
