-- tries: flood the trace with what is long in JSON
-- outcome: same
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        for i = 1, 30 do print(("\1"):rep(1000)) end
        return 1
    end },
  },
}
