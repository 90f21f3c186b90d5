-- tries: turn warnings on
-- outcome: undefined_name
-- says: `warn`
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) warn("@on") return 1 end } },
}
