-- tries: raise an error with a table
-- outcome: lua_error
-- says: a table
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) error({ code = "instruction_limit" }) end } },
}
