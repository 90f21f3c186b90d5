-- tries: change an offence
-- outcome: read_only
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local o = date("2026-01-01")
        n.offences[1] = nil
        return 1
    end },
  },
}
