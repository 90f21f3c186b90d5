-- tries: read a parameter by a very long name
-- outcome: undefined_name
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return param[("x"):rep(60000)] end } },
}
