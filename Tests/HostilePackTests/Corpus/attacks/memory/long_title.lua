-- tries: give a title of sixty thousand letters
-- outcome: load:WM007
-- says: title
matrix "probe" { title = ("long "):rep(12000), range = { 0, 100 }, rows = { { "probe", "Probe", points = 1 } } }
