-- tries: note whom it has seen
-- outcome: read_only
local seen = {}
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) seen[n.borough] = true return 1 end } },
}
