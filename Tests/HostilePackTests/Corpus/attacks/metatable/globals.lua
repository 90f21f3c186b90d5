-- tries: reach the table of globals
-- outcome: undefined_name
-- says: `_G`
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) _G.x = 1 return 1 end } },
}
