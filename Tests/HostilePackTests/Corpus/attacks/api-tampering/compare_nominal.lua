-- tries: compare the nominal
-- outcome: bad_argument
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n, d) return n < d and 1 or 0 end } },
}
