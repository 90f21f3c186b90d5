-- tries: change a filter
-- outcome: read_only
local recent = filter { within = months(12) }
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) recent.within = days(1) return 1 end } },
}
