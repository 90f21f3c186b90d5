-- shows: work on bits
-- result: 8 14 6 40 5 -1
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        return 1, (12 & 10) .. " " .. (12 | 10) .. " " .. (12 ~ 10) .. " " .. (5 << 3) .. " " .. (40 >> 3) .. " " .. ~0
    end },
  },
}
