-- tries: read an undeclared field with `get`
-- outcome: undeclared_field
-- says: `ethnicity`
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return n:get("ethnicity", "x") and 1 end } },
}
