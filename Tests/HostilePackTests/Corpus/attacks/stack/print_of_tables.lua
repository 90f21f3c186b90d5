-- tries: print a table that contains itself
-- outcome: same
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local t = {}
        t.t = t
        print(t, t.t.t)
        return 1
    end },
  },
}
