-- tries: run a command
-- outcome: undefined_name
-- says: `os`
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) os.execute("touch /tmp/waymark-was-here") return 1 end } },
}
