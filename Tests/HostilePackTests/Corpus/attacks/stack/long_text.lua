-- tries: open a text that never ends
-- outcome: load:WM002
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return 1 end } },
}
local s = "«x »*20000
