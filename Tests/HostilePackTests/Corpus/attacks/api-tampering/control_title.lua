-- tries: put commands to a terminal into a title
-- outcome: load:WM007
-- says: title
matrix "probe" { title = "\27[2J\27]0;x\7", range = { 0, 100 }, rows = { { "probe", "Probe", points = 1 } } }
