-- tries: call it again whenever it is stopped
-- outcome: instruction_limit
local function loop() while true do end end
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) while true do pcall(loop) end end } },
}
