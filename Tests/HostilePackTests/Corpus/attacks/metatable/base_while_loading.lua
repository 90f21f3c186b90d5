-- tries: replace `pcall` while the pack loads
-- outcome: load:WM020
-- says: `pcall`
pcall = function() return true end
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return 1 end } },
}
