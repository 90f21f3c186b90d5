-- tries: change a nominal's field
-- outcome: read_only
-- says: `age`
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) n.age = 99 return 1 end } },
}
