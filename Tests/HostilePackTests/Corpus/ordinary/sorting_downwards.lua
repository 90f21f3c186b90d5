-- shows: sort the largest first
-- result: 30 20 10
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local t = { 10, 30, 20 }
        table.sort(t, function(a, b) return a > b end)
        return 1, table.concat(t, " ")
    end },
  },
}
