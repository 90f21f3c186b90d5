-- tries: declare a band that begins nowhere
-- outcome: load:WM006
matrix "probe" { title = "Probe", range = { 0, 1 }, rows = { { "probe", "Probe", points = 1 } }, bands = { { "a", "A", from = 0 / 0 }, { "b", "B" } } }
