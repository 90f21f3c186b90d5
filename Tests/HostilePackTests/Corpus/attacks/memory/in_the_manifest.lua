-- tries: take all memory in the manifest
-- outcome: load:WM021
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return 1 end } },
}
-- file: pack.lua
local t = {}
while true do t = { t, t } end
