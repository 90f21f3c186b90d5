-- tries: stop the collector, and see how much memory is in use
-- outcome: undefined_name
-- says: `collectgarbage`
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) collectgarbage("stop") return 1, collectgarbage("count") end } },
}
