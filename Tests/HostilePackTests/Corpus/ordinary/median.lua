-- shows: work out a mean and a median
-- result: 4.0 3.5
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local t = { 9, 1, 2, 5, 4, 3 }
        local sum = 0
        for _, v in ipairs(t) do sum = sum + v end
        table.sort(t)
        return 1, sum / #t .. " " .. (t[#t // 2] + t[#t // 2 + 1]) / 2
    end },
  },
}
