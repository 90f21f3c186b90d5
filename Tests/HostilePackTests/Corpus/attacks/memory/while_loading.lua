-- tries: take all memory while the pack loads
-- outcome: load:WM021
local t = {}
for i = 1, 1e9 do t[i] = { i } end
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return 1 end } },
}
