-- tries: write a function out through the methods of text
-- outcome: lua_error
-- says: dump
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return #(("").dump)(function() end) end } },
}
