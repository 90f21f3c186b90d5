-- tries: never end in a matrix's total
-- outcome: instruction_limit
matrix "probe" { title = "Probe", range = { 0, 100 }, total = function() while true do end end, rows = { { "probe", "Probe", points = 1 } } }
