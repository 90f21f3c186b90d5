-- tries: end a loop without an end by `pcall`, and answer
-- outcome: instruction_limit
local function loop() while true do end end
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) pcall(loop) return 1, "escaped" end } },
}
