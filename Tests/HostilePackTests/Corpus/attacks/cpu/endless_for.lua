-- tries: count to the last integer
-- outcome: instruction_limit
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) for i = math.mininteger, math.maxinteger do end end } },
}
