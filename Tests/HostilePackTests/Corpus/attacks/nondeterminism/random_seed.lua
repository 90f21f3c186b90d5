-- tries: throw dice with a seed
-- outcome: lua_error
-- says: randomseed
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) math.randomseed(7) return 1 end } },
}
