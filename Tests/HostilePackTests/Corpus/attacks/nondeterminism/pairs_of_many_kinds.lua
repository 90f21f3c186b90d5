-- tries: decide by the order of keys of many kinds
-- outcome: same
-- result: false true -2 1 1.5 3 a b 2026-01-02
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local order = {}
        for k in pairs({ [3] = 1, b = 1, [true] = 1, [1.5] = 1, [-2] = 1, [false] = 1, a = 1, [date("2026-01-02")] = 1, [1] = 1 }) do order[#order + 1] = tostring(k) end
        return 1, table.concat(order, " ")
    end },
  },
}
