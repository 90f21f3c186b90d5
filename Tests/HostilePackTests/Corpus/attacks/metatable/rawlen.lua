-- tries: measure past the metatable
-- outcome: undefined_name
-- says: `rawlen`
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) local x = rawlen(math) return 1 end } },
}
