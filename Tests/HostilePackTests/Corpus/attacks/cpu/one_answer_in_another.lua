-- tries: never end in an answer that another reads
-- outcome: instruction_limit
matrix "probe" { title = "Probe", range = { 0, 100 }, rows = { { "probe", "Probe", points = function(n, d) return select(2, pcall(function() return d.met.c and 1 end)) or 1 end } } }
criteria "c" { title = "C", all = { { "c", "C", function() while true do end end } } }
