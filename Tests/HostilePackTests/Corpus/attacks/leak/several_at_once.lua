-- tries: count in an assignment to several names
-- outcome: changed_local
-- says: `count`
local count = 0
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local x
        x, count = 1, count + 1
        return x
    end },
  },
}
