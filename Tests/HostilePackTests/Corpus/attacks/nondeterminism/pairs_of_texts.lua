-- tries: decide by the order of a table's names
-- outcome: same
-- result: alpha bravo charlie delta echo foxtrot golf
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local order = {}
        for k in pairs({ delta = 1, alpha = 1, charlie = 1, bravo = 1, echo = 1, golf = 1, foxtrot = 1 }) do order[#order + 1] = k end
        return 1, table.concat(order, " ")
    end },
  },
}
