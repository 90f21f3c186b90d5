-- tries: make a date of a number
-- outcome: bad_argument
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return date(1e308) and 1 end } },
}
