-- tries: let a total run over
-- outcome: out_of_range
matrix "probe" { title = "Probe", range = { 0, 100 }, rows = { { "probe", "Probe", points = function() return 1e308 end } } }
