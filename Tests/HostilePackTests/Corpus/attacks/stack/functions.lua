-- tries: nest functions in the source
-- outcome: load:WM002
local f = «function() return »*2500 1 «end »*2500
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return 1 end } },
}
