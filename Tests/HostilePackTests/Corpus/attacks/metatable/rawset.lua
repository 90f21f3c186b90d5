-- tries: write into a frozen table
-- outcome: undefined_name
-- says: `rawset`
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) local x = rawset(math, "x", 1) return 1 end } },
}
