-- tries: pretend that a limit was reached
-- outcome: lua_error
-- says: instruction_limit
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) error("instruction_limit", 0) end } },
}
