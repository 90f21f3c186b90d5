-- tries: count in steps of nothing
-- outcome: lua_error
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) for i = 1, 2, 0 do end return 1 end } },
}
