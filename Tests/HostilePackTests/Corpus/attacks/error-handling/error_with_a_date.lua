-- tries: raise an error with a date
-- outcome: lua_error
-- says: a date
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) error(as_of) end } },
}
