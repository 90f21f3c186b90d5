-- tries: keep a nominal for the next one
-- outcome: changed_local
-- says: `kept`
local kept
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local before = kept
        kept = n
        if before then return 1, before.borough end
        return 1
    end },
  },
}
