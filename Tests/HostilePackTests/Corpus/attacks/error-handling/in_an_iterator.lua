-- tries: be stopped inside an iterator
-- outcome: instruction_limit
local function loop() while true do end end
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) pcall(function() for _ in loop do end end) return 1, "escaped" end } },
}
