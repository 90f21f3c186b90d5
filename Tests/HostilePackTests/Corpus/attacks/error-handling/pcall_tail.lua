-- tries: go on with very little after being stopped
-- outcome: instruction_limit
local function loop() while true do end end
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return pcall(loop) and 0 or 1 end } },
}
