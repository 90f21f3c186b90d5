-- tries: ask for an item and a half
-- outcome: bad_argument
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return n.offences[1.5] and 1 or 0 end } },
}
