-- tries: keep a walk over matches, to see how far others went
-- outcome: load:WM020
local step = ("a b c d e f"):gmatch("%a")
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return #(step() or "") end } },
}
