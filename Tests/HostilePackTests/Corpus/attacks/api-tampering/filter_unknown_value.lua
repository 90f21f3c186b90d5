-- tries: filter by a value that no offence has
-- outcome: bad_argument
-- says: `robbery`
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return n.offences:count { type = "robery" } end } },
}
