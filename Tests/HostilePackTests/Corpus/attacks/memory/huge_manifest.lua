-- tries: put a hundred thousand values into the manifest
-- outcome: load:WM021
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return 1 end } },
}
-- file: pack.lua
local t = {}
for i = 1, 300000 do t[i] = { i, { i } } end
return t
