-- tries: go beyond the largest integer
-- outcome: same
-- result: true -9223372036854775807
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        return 1, tostring(math.maxinteger + 1 == math.mininteger) .. " " .. math.maxinteger // -1
    end },
  },
}
