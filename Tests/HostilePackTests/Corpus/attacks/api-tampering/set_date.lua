-- tries: change the date of the run
-- outcome: read_only
-- says: `as_of`
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) as_of = date("2030-01-01") return 1 end } },
}
