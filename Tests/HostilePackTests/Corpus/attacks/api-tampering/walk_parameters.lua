-- tries: walk over the parameters
-- outcome: bad_argument
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) for k in next, param do print(k) end return 1 end } },
}
