-- tries: note it in a module's table
-- outcome: read_only
local tools = require "common.tools"
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) tools.seen = n.borough return 1 end } },
}
