-- tries: turn a shared 1 into 1.0
-- outcome: changed_local
-- says: `one`
local one = 1
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) one = one == 1 and 1.0 return 1, tostring(one) end } },
}
