-- tries: sort with a comparison that never ends
-- outcome: instruction_limit
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) table.sort({ 1, 2 }, function() while true do end end) return 1 end } },
}
