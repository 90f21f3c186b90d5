-- tries: ask for an item that is no number
-- outcome: bad_argument
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return n.offences[0 / 0] and 1 or 0 end } },
}
