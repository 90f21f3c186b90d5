-- tries: turn missing data into a no
-- outcome: same
criteria "probe" { title = "Probe", all = { { "probe", "Probe", function(n) local ok = pcall(function() return n.ogrs2 end) return ok end } } }
matrix "probe" { title = "Probe", range = { 0, 9 }, rows = { { "probe", "Probe", points = 1 } } }
