-- tries: catch the error of a field that may not be read
-- outcome: undeclared_field
-- says: `ethnicity`
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) pcall(function() return n.ethnicity end) return 1 end } },
}
