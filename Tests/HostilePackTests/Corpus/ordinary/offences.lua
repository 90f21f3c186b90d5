-- shows: walk over a list of the nominal
-- result: same
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local count, latest = 0
        for _, o in ipairs(n.offences) do
          count = count + 1
          if not latest or o.date > latest then latest = o.date end
        end
        return count, count == #n.offences and count == n.offences:count() and "same" or "different"
    end },
  },
}
