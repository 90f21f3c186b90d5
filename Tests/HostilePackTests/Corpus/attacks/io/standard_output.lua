-- tries: write past the decision records to standard output
-- outcome: undefined_name
-- says: `io`
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) io.stdout:write("{}\n") return 1 end } },
}
