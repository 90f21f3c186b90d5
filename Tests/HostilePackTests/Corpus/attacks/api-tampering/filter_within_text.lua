-- tries: make a filter with a span in words
-- outcome: bad_argument
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return n.offences:count { within = "12 months" } end } },
}
