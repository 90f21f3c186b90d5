-- tries: flood the trace with empty lines
-- outcome: same
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        for i = 1, 20000 do print() end
        return 1
    end },
  },
}
