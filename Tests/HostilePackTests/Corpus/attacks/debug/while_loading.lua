-- tries: take the hook off while the pack loads
-- outcome: load:WM012
-- says: `debug`
debug.sethook()
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return 1 end } },
}
