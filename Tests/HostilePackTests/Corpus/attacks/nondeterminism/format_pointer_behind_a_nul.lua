-- tries: read an address by `%p` behind a zero byte
-- outcome: bad_argument
-- says: address
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return 1, ("\0%p"):format({}) end } },
}
