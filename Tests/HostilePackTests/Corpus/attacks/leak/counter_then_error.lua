-- tries: count the nominals and stop with an error of another kind
-- outcome: changed_local
-- says: `count`
local count = 0
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) count = count + 1 error("count is " .. count) end } },
}
