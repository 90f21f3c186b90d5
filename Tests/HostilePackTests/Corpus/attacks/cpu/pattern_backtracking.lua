-- tries: match with a pattern that tries every way
-- outcome: instruction_limit
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return ("a"):rep(3000):find(".-.-.-.-b") and 1 or 0 end } },
}
