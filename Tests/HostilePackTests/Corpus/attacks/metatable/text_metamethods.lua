-- tries: reach the metatable through a method of text
-- outcome: lua_error
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return ("").__index.x end } },
}
