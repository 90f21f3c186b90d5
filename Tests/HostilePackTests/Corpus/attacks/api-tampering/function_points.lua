-- tries: give a function for points
-- outcome: not_points
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return function() return 1 end end } },
}
