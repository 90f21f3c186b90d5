-- tries: declare a name with a zero byte in it
-- outcome: load:WM020
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return 1 end } },
}
matrix "probe\0two" { title = "P", range = { 0, 1 }, rows = { { "r", "R", points = 1 } } }
