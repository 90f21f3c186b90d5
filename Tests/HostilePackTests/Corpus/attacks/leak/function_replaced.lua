-- tries: put a function around one that is shared
-- outcome: changed_local
-- says: `f`
local f = function() return 0 end
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local old = f
        f = function() return old() + 1 end
        return f()
    end },
  },
}
