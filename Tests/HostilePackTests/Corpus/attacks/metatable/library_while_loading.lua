-- tries: replace a library's function while the pack loads
-- outcome: load:WM020
-- says: `upper`
string.upper = function() return "mine" end
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return 1 end } },
}
