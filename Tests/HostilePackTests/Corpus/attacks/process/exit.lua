-- tries: end the program
-- outcome: undefined_name
-- says: `os`
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) os.exit(0) return 1 end } },
}
