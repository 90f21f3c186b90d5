-- tries: join many long texts
-- outcome: bad_argument
-- says: table.concat
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local t = {}
        for i = 1, 100 do t[i] = ("x"):rep(1000) end
        return #table.concat(t)
    end },
  },
}
