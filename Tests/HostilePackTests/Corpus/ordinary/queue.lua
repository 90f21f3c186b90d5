-- shows: use a table as a queue and a stack
-- result: 1 2 9 3 2
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local t = {}
        table.insert(t, 1) table.insert(t, 2) table.insert(t, 3)
        local first = table.remove(t, 1)
        table.insert(t, 2, 9)
        return 1, first .. " " .. table.concat(t, " ") .. " " .. #t - 1
    end },
  },
}
