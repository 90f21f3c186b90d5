-- tries: change a table while walking over it
-- outcome: same
-- result: a b
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local t, order = { a = 1, b = 2, c = 3 }, {}
        for k in pairs(t) do order[#order + 1] = k t.c = nil t["new" .. k] = 1 end
        return 1, table.concat(order, " ")
    end },
  },
}
