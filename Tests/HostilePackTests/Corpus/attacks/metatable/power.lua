-- tries: use the operator whose bits differ between machines
-- outcome: load:WM003
-- says: `^`
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return 2 ^ 3 end } },
}
