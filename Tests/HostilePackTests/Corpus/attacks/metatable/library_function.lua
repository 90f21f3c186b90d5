-- tries: replace a library's function
-- outcome: read_only
-- says: `upper`
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) string.upper = function() return "mine" end return 1, ("x"):upper() end } },
}
