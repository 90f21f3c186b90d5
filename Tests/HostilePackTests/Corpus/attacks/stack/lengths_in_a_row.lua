-- tries: write ten thousand lengths one after another
-- outcome: same
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local t = {}
        return 0 «+ #t »*9000
    end },
  },
}
