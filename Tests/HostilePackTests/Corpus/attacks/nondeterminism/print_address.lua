-- tries: read addresses through the trace
-- outcome: same
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n, d)
        print({}, print, n, d, param, n.offences, as_of, function() end)
        return 1
    end },
  },
}
