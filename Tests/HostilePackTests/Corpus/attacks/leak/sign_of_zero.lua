-- tries: flip the sign of a zero, which equals itself all the same
-- outcome: changed_local
-- says: `zero`
local zero = 0.0
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) zero = -zero return 1 / zero > 0 and 1 or 0 end } },
}
