-- tries: load a module by an absolute path
-- outcome: load:WM019
local x = require "/etc/passwd"
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return 1 end } },
}
