-- tries: walk over the answers
-- outcome: bad_argument
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n, d) for k in pairs(d.score) do print(k) end return 1 end } },
}
