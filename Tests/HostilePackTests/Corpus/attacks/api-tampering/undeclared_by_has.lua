-- tries: ask after an undeclared field with `has`
-- outcome: undeclared_field
-- says: `ethnicity`
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return n:has("ethnicity") and 1 or 0 end } },
}
