-- tries: pretend that memory has run out
-- outcome: lua_error
-- says: not enough memory
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) error("not enough memory") end } },
}
