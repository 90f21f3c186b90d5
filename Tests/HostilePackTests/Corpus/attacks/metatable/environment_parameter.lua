-- tries: take the environment as a parameter
-- outcome: load:WM003
-- says: `_ENV`
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return (function(_ENV) return 1 end)({}) end } },
}
