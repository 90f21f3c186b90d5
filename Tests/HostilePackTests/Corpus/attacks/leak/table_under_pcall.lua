-- tries: note whom it has seen, under `pcall`
-- outcome: read_only
local seen = {}
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) pcall(function() seen.x = n.borough end) return 1 end } },
}
