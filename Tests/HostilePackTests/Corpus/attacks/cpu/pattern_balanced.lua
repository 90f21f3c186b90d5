-- tries: match brackets that never close
-- outcome: instruction_limit
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return ("("):rep(60000):find("%b()") and 1 or 0 end } },
}
