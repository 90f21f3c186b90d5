-- tries: make an infinite span
-- outcome: bad_argument
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return days(1 / 0) and 1 end } },
}
