-- tries: nest tables in the source
-- outcome: load:WM002
local t = «{»*5000 «}»*5000
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return 1 end } },
}
