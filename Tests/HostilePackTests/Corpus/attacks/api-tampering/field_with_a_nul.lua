-- tries: read a field by a name with a zero byte
-- outcome: unknown_field
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return n["age\0x"] and 1 or 0 end } },
}
