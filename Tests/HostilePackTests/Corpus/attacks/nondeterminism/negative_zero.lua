-- tries: give a negative zero
-- outcome: same
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return -0.0, tostring(0.0 * -1) end } },
}
