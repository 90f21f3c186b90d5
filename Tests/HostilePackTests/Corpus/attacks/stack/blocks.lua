-- tries: nest blocks in the source
-- outcome: load:WM002
«do »*5000 «end »*5000
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return 1 end } },
}
