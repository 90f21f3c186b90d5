-- tries: fail while the pack loads with an error that is no text
-- outcome: load:WM020
-- says: a table
error({})
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return 1 end } },
}
