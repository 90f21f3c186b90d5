-- tries: throw dice
-- outcome: lua_error
-- says: random
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return math.random(6) end } },
}
