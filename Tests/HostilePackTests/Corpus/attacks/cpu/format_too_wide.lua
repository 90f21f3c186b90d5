-- tries: format with a width of a million
-- outcome: lua_error
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return #string.format("%1000000d", 1) end } },
}
