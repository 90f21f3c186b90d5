-- tries: flood the trace
-- outcome: same
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        for i = 1, 3000 do print("line " .. i, ("x"):rep(100)) end
        return 1
    end },
  },
}
