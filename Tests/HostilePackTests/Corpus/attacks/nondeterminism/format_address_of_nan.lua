-- tries: tell machines apart by the sign of what is no number
-- outcome: same
-- result: nan nan nan nan   nan
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        return 1, ("%f %.1f %g %s %5.0f"):format(0 / 0, -(0 / 0), 0 / 0, 0 / 0, -(0 / 0))
    end },
  },
}
