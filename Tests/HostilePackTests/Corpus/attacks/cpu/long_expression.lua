-- tries: keep the compiler busy with a long sum
-- outcome: same
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local a = 1
        return (a «+ a »*9000) // 100
    end },
  },
}
