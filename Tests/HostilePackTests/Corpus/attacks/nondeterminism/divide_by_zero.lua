-- tries: divide an integer by nothing
-- outcome: lua_error
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return 1 // 0 end } },
}
