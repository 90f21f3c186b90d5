-- tries: fail an assertion with a table
-- outcome: lua_error
-- says: a table
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) assert(false, {}) end } },
}
