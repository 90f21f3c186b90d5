-- tries: note it by the order of a shared table
-- outcome: read_only
local order = { 1, 2, 3 }
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) table.sort(order, function(a, b) return a > b end) return order[1] end } },
}
