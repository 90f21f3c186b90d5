-- tries: read the host's calls
-- outcome: undefined_name
-- says: `debug`
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) local x = debug.traceback() return 1 end } },
}
