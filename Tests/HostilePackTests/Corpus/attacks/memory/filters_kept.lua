-- tries: leave filters behind that nothing ends
-- outcome: bad_argument
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) for i = 1, 1e9 do filter { min_date = as_of - days(i % 1000) } end end } },
}
