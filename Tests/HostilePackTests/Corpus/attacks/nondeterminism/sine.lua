-- tries: use functions whose bits differ between machines
-- outcome: lua_error
-- says: sin
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return math.sin(1) end } },
}
