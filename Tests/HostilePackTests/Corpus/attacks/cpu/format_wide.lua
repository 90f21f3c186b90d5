-- tries: format numbers as widely as may be
-- outcome: instruction_limit
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) while true do string.format("%99.99f", 1e308) end end } },
}
