-- tries: never end while the pack loads
-- outcome: load:WM021
while true do end
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return 1 end } },
}
