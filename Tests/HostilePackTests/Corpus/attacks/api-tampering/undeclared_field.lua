-- tries: read a field that the manifest does not declare
-- outcome: undeclared_field
-- says: `sex`
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return n.sex == "male" and 1 or 0 end } },
}
