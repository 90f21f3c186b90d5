-- tries: make a total that is no number
-- outcome: not_a_number
matrix "probe" { title = "Probe", range = { 0, 100 }, total = function() return 0 / 0 end, rows = { { "probe", "Probe", points = 1 } } }
