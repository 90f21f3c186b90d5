-- tries: count the nominals
-- outcome: changed_local
-- says: `count`
local count = 0
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) count = count + 1 return count end } },
}
