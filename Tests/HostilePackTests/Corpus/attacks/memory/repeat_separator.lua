-- tries: repeat a separator a billion times
-- outcome: bad_argument
-- says: string.rep
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return #(""):rep(1 << 30, "x") end } },
}
