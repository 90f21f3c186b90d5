-- tries: raise an error with the nominal
-- outcome: lua_error
-- says: a record
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) error(n) end } },
}
