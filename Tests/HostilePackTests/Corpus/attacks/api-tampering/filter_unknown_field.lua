-- tries: filter by a field that does not exist
-- outcome: unknown_field
-- says: `type`
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return n.offences:count { tpye = "robbery" } end } },
}
