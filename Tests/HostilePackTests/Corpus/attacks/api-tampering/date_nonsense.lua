-- tries: make dates that do not exist
-- outcome: bad_argument
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return date("2026-02-30") and 1 end } },
}
