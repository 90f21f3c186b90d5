-- tries: decide by the language of the machine
-- outcome: same
-- result: Zazäétrueé
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local t = { "é", "z", "Z", "a", "ä" }
        table.sort(t)
        return 1, table.concat(t) .. tostring("Z" < "a") .. ("é"):upper()
    end },
  },
}
