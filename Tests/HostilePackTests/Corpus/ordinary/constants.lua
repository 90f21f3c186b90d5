-- shows: use `<const>`
-- result: 15
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local most <const> = 5
        return 1, tostring(most * 3)
    end },
  },
}
