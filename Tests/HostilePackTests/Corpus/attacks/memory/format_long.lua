-- tries: put a long text into a format many times
-- outcome: memory_limit
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local s = ("x"):rep(30000)
        return #string.format("%s%s%s%s", s, s, s, s)
    end },
  },
}
