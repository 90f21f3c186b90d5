-- tries: join with a long separator
-- outcome: bad_argument
-- says: table.concat
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return #table.concat({ 1, 2, 3, 4 }, ("x"):rep(60000)) end } },
}
