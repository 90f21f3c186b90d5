-- tries: change the parts of a date
-- outcome: read_only
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) local today = as_of today.year = 1900 return 1 end } },
}
