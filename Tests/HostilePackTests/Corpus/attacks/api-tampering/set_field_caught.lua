-- tries: change a nominal's field under `pcall`
-- outcome: read_only
-- says: `borough`
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) pcall(function() n.borough = "Camford" end) return 1 end } },
}
