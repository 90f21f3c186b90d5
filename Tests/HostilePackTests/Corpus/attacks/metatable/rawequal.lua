-- tries: compare past the metatable
-- outcome: undefined_name
-- says: `rawequal`
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) local x = rawequal(n, n) return 1 end } },
}
