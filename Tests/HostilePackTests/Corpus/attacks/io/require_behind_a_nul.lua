-- tries: hide another name behind a zero byte
-- outcome: load:WM019
local x = require "common.tools\0/../../secret"
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return 1 end } },
}
