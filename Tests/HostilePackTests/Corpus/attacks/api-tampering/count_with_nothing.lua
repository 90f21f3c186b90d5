-- tries: count by a name that is misspelt
-- outcome: bad_argument
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) local recnt return n.offences:count(recnt) end } },
}
