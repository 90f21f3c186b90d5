-- tries: run a command while the pack loads
-- outcome: load:WM012
-- says: `os`
os.execute("touch /tmp/waymark-was-here")
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return 1 end } },
}
