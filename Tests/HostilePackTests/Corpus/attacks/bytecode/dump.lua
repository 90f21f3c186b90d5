-- tries: write a function out as bytecode
-- outcome: lua_error
-- says: dump
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return #string.dump(function() end) end } },
}
