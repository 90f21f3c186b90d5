-- tries: blame the host's own frames for an error
-- outcome: lua_error
-- says: whose fault
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) error("whose fault", 50) end } },
}
