-- tries: nest conditions in the source
-- outcome: load:WM002
«if true then »*3000 «end »*3000
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return 1 end } },
}
