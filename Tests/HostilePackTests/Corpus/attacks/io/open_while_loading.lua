-- tries: make a file while the pack loads
-- outcome: load:WM012
-- says: `io`
local f = io.open("/tmp/waymark-was-here", "w")
f:write("x")
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return 1 end } },
}
