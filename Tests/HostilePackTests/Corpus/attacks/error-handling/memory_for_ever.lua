-- tries: grow again whenever it is stopped
-- outcome: memory_limit
local function grow() local t = {} for i = 1, 1e9 do t[i] = { i } end end
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) while true do pcall(grow) end end } },
}
