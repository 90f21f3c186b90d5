-- tries: end growth without an end by `pcall`, and answer
-- outcome: memory_limit
local function grow() local t = {} for i = 1, 1e9 do t[i] = { i } end end
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) pcall(grow) return 1, "escaped" end } },
}
