-- tries: reach the environment by its name
-- outcome: load:WM003
-- says: `_ENV`
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return _ENV.x end } },
}
