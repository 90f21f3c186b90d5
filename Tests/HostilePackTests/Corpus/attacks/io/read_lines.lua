-- tries: read the list of the machine's users
-- outcome: undefined_name
-- says: `io`
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) for line in io.lines("/etc/passwd") do return 1, line end end } },
}
