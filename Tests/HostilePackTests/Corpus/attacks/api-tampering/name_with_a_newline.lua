-- tries: declare a name with a line break in it
-- outcome: load:WM007
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return 1 end } },
}
matrix "probe\ntwo" { title = "P", range = { 0, 1 }, rows = { { "r", "R", points = 1 } } }
