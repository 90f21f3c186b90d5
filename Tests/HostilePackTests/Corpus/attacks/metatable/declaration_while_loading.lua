-- tries: replace `matrix` while the pack loads
-- outcome: load:WM020
-- says: `matrix`
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return 1 end } },
}
matrix = function() end
