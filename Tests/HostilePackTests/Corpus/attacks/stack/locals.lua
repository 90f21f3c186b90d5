-- tries: declare more locals than there may be
-- outcome: load:WM002
«local a = 1 »*300
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return 1 end } },
}
