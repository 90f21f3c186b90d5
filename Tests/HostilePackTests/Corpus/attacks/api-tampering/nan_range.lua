-- tries: declare a range that is no range
-- outcome: load:WM007
matrix "probe" { title = "Probe", range = { 0 / 0, 1 }, rows = { { "probe", "Probe", points = 1 } } }
