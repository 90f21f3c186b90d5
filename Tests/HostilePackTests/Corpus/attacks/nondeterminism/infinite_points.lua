-- tries: give an infinite number of points
-- outcome: not_points
matrix "probe" { title = "Probe", range = { 0, 100 }, rows = { { "probe", "Probe", points = function() return 1 / 0 end } } }
