-- tries: read the caller's locals
-- outcome: undefined_name
-- says: `debug`
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) local x = debug.getlocal(2, 1) return 1 end } },
}
