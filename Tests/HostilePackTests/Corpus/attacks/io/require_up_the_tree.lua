-- tries: load a module by a path that climbs out of the folder
-- outcome: load:WM019
-- says: not in the manifest's `uses`
local x = require "../../../../etc/passwd"
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return 1 end } },
}
