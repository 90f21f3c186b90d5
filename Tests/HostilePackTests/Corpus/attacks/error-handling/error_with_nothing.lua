-- tries: raise an error with nothing
-- outcome: lua_error
-- says: nil
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) error() end } },
}
