-- tries: read a field by a very long name
-- outcome: unknown_field
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return n[("x"):rep(60000)] and 1 or 0 end } },
}
