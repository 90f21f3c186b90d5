-- tries: keep the compiler busy with one long expression
-- outcome: same
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local a = true
        return (a «and a »*9000) and 1 or 0
    end },
  },
}
