-- tries: read a field by number
-- outcome: unknown_field
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return n[1] and 1 or 0 end } },
}
