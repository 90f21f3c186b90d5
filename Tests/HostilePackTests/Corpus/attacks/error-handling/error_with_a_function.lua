-- tries: raise an error with a function
-- outcome: lua_error
-- says: a function
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) error(function() while true do end end) end } },
}
