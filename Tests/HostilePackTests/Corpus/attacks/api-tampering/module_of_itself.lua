-- tries: have a module load itself
-- outcome: load:WM019
-- says: requires itself
local tools = require "common.tools"
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return 1 end } },
}
-- file: ../common/tools.lua
local me = require "common.tools"
return {}
