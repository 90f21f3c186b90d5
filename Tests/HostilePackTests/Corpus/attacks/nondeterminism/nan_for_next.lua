-- tries: ask what follows no number
-- outcome: bad_argument
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return next({ 1, 2.5 }, 0 / 0) or 1 end } },
}
