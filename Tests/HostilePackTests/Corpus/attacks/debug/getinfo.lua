-- tries: look at the functions that call the rule
-- outcome: undefined_name
-- says: `debug`
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) local x = debug.getinfo(1) return 1 end } },
}
