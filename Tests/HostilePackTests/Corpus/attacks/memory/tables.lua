-- tries: nest tables without an end
-- outcome: memory_limit
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) local t = {} while true do t = { t } end end } },
}
