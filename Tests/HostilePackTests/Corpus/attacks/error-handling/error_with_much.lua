-- tries: raise an error with sixty thousand letters
-- outcome: lua_error
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) error(("x"):rep(60000)) end } },
}
