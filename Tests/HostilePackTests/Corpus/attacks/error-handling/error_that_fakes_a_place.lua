-- tries: raise an error with a place of another file in it
-- outcome: lua_error
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) error("pack.lua:1: no", 0) end } },
}
