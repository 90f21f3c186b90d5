-- tries: call the nominal's method on a date
-- outcome: bad_argument
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return n.has(as_of, "age") and 1 end } },
}
