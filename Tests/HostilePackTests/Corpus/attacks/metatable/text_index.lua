-- tries: set a method of all text
-- outcome: lua_error
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) ("x").shout = function() return "X" end return 1 end } },
}
