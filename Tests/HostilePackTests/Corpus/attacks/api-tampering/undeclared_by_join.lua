-- tries: read an undeclared field by a name put together
-- outcome: undeclared_field
-- says: `ethnicity`
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return n["ethni" .. "city"] and 1 or 0 end } },
}
