-- tries: go beyond the last year
-- outcome: bad_argument
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return as_of + years(9000) and 1 end } },
}
