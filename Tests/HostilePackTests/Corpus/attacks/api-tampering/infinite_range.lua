-- tries: declare a range without an end
-- outcome: load:WM007
matrix "probe" { title = "Probe", range = { 0, math.huge }, rows = { { "probe", "Probe", points = 1 } } }
