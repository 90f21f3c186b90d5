-- tries: see when the collector has run
-- outcome: undefined_name
-- says: `collectgarbage`
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return collectgarbage("count") > 100 and 1 or 0 end } },
}
