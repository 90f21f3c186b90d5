-- tries: note it in a global that was made while loading
-- outcome: read_only
-- says: `count`
count = 0
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) count = count + 1 return count end } },
}
