-- tries: be stopped inside a pattern
-- outcome: instruction_limit
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) pcall(string.find, ("a"):rep(60000), ".-b") return 1, "escaped" end } },
}
