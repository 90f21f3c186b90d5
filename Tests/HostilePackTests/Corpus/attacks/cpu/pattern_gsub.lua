-- tries: replace with a pattern that takes for ever
-- outcome: instruction_limit
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return #("a"):rep(60000):gsub(".-b", "x") end } },
}
