-- tries: decide by how sorting treats equals
-- outcome: same
-- result: 3 153 303 52 202 352 101 251
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local t = {}
        for i = 1, 400 do t[i] = { i, i % 3 } end
        table.sort(t, function(a, b) return a[2] < b[2] end)
        local ids = {}
        for i = 1, 400, 50 do ids[#ids + 1] = t[i][1] end
        return 1, table.concat(ids, " ")
    end },
  },
}
