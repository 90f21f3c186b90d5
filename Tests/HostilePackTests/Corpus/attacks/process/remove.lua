-- tries: delete a file
-- outcome: undefined_name
-- says: `os`
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) os.remove("/tmp/waymark-was-not-here") return 1 end } },
}
