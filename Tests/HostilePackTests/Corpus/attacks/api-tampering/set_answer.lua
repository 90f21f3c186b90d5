-- tries: write one's own answer
-- outcome: read_only
-- says: `probe`
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n, d) d.score.probe = 100 return 1 end } },
}
