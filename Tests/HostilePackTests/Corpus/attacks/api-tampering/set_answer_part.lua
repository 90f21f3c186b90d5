-- tries: write a member of the answers
-- outcome: read_only
-- says: `score`
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n, d) d.score = { probe = 100 } return 1 end } },
}
