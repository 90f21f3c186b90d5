-- tries: never end, by `repeat`
-- outcome: instruction_limit
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) repeat until false end } },
}
