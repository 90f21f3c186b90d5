-- tries: repeat a text so often that the length overflows
-- outcome: bad_argument
-- says: string.rep
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return #("xy"):rep(math.maxinteger) end } },
}
