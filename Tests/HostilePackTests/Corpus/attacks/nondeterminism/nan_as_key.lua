-- tries: use what is no number for a key
-- outcome: lua_error
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) local t = {} t[0 / 0] = 1 return 1 end } },
}
