-- tries: count the nominals, and fail in a `pcall` afterwards
-- outcome: changed_local
-- says: `count`
local count = 0
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        pcall(function() count = count + 1 error("x") end) return 1, tostring(count)
    end },
  },
}
