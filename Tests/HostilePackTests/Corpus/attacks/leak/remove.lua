-- tries: note it by emptying a shared table
-- outcome: read_only
local left = { 1, 2, 3 }
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return table.remove(left) or 0 end } },
}
