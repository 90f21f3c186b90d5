-- tries: flip the sign of what is not a number
-- outcome: changed_local
-- says: `what`
local what = 0 / 0
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) what = -what return 1, "" .. what end } },
}
