-- tries: give bytes that are no text for a reason
-- outcome: same
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return 1, "\xff\xfe\0\27[31m\u{202e}" end } },
}
