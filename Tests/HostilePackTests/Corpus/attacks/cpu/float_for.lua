-- tries: count in steps too small to get anywhere
-- outcome: instruction_limit
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) for x = 1, math.huge, 1e-300 do end end } },
}
