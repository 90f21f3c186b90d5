-- tries: replace each letter by a long text
-- outcome: bad_argument
-- says: string.gsub
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return #("x"):rep(2000):gsub(".", ("y"):rep(2000)) end } },
}
