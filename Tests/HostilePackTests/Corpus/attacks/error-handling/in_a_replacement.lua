-- tries: be stopped inside a replacement
-- outcome: instruction_limit
local function loop() while true do end end
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) pcall(string.gsub, "abc", ".", loop) return 1, "escaped" end } },
}
