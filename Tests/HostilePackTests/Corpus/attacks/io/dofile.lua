-- tries: run a file from outside the pack
-- outcome: undefined_name
-- says: `dofile`
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return dofile("/tmp/waymark-was-here.lua") end } },
}
