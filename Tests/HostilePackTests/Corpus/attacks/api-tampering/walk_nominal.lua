-- tries: walk over the nominal's fields
-- outcome: bad_argument
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) for k in pairs(n) do print(k) end return 1 end } },
}
