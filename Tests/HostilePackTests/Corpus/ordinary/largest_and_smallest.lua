-- shows: find the largest and the smallest
-- result: 9 -2
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local t = { 3, 9, -2, 5 }
        return 1, math.max(table.unpack(t)) .. " " .. math.min(table.unpack(t))
    end },
  },
}
