-- tries: print a thousand values at a time
-- outcome: same
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local t = {}
        for i = 1, 1000 do t[i] = ("x"):rep(60) end
        for i = 1, 10 do print(table.unpack(t)) end
        return 1
    end },
  },
}
