-- tries: turn numbers into text for ever
-- outcome: instruction_limit
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) local x = 0.1 while true do x = x + 0.1 tostring(x) end end } },
}
