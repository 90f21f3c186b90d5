-- tries: repeat a text a billion times
-- outcome: bad_argument
-- says: string.rep
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return #("x"):rep(1 << 30) end } },
}
