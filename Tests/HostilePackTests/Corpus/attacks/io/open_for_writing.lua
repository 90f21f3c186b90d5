-- tries: make a file from a rule
-- outcome: undefined_name
-- says: `io`
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) io.open("/tmp/waymark-was-here", "w"):write("x") return 1 end } },
}
