-- tries: make a span of 2^62 days
-- outcome: bad_argument
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return days(1 << 62) and 1 end } },
}
