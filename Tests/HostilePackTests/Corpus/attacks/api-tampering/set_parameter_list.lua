-- tries: change a list among the parameters
-- outcome: read_only
-- says: `Elsewhere`
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) param.areas["Elsewhere"] = true return 1 end } },
}
