-- tries: stack twenty thousand `#` before one value
-- outcome: load:WM002
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return «# »*20000{} end } },
}
