-- tries: make functions without an end
-- outcome: memory_limit
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) local t = {} for i = 1, 1e9 do t[i] = function() return t, i end end end } },
}
