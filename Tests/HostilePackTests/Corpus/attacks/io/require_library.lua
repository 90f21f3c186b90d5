-- tries: load the libraries that are left out, by their names
-- outcome: load:WM019
local x = require "io"
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return 1 end } },
}
