-- tries: double a text
-- outcome: memory_limit
-- says: a text of more than
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) local s = "x" while true do s = s .. s end end } },
}
