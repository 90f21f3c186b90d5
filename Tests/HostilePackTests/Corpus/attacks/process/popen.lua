-- tries: read what a command prints
-- outcome: undefined_name
-- says: `io`
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return 1, io.popen("id"):read("a") end } },
}
