-- tries: read one's own answer
-- outcome: loop
-- says: criteria.c → matrix.probe → criteria.c
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n, d) return d.met.c and 1 or 0 end } },
}
criteria "c" { title = "C", all = { { "c", "C", function(n, d) return d.score.probe > 0 end } } }
