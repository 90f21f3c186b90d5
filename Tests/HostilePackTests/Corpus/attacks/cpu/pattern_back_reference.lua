-- tries: match a long text again and again
-- outcome: instruction_limit
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return ("a"):rep(60000):find("(.*)%1b") and 1 or 0 end } },
}
