-- shows: remove what was walked over
-- result: b
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local t = { a = 1, b = 2, c = 3 }
        for k, v in pairs(t) do if v % 2 == 1 then t[k] = nil end end
        return 1, (next(t))
    end },
  },
}
