-- tries: hide in several calls of `pcall`
-- outcome: instruction_limit
local function loop() while true do end end
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) pcall(pcall, pcall, pcall, loop) return 1, "escaped" end } },
}
