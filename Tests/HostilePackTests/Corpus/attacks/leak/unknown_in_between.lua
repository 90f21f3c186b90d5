-- tries: change a local and then stop at data that is missing
-- outcome: changed_local
local count = 0
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        count = count + 1
        if n:has "ogrs2" then return 1 end
        return n.ogrs2
    end },
  },
}
