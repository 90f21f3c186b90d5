-- tries: write a table of twenty thousand values
-- outcome: same
-- result: 20
local list = {
«0,»*20000
}
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return #list // 1000, "20" end } },
}
