-- tries: make a row's title read otherwise than it is
-- outcome: load:WM007
-- says: hidden character U+202E
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Select ‮ton‬ them", max = 100, points = function(n) return 1 end } },
}
