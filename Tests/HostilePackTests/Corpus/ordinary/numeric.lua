-- shows: calculate with fractions
-- result: 0.3 3.1416 1.5 2.72
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        return 1, ("%.1f %.4f %.1f %.2f"):format(0.1 + 0.2, math.pi, math.sqrt(2.25), math.exp(1))
    end },
  },
}
