-- tries: change a parameter
-- outcome: read_only
-- says: `limit`
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) param.limit = 1 return 1 end } },
}
