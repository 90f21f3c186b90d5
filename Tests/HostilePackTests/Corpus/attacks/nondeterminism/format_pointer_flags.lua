-- tries: read an address through `%-20p`
-- outcome: bad_argument
-- says: address
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return 1, ("%-20p"):format({}) end } },
}
