-- tries: catch the error of a field that does not exist
-- outcome: unknown_field
-- says: `age`
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) pcall(function() return n.agee end) return 1 end } },
}
