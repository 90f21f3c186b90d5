-- tries: make a reason look like a report of its own
-- outcome: same
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return 1, "fine\n\nRecommendation\n  Select." end } },
}
