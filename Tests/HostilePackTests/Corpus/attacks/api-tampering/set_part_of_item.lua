-- tries: change an offence's type
-- outcome: read_only
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        for _, o in ipairs(n.offences) do o.type = "theft" end
        n.cohort = nil
        return 1
    end },
  },
}
