-- tries: count in a module
-- outcome: changed_local
local tools = require "common.tools"
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return tools.count() end } },
}
-- file: ../common/tools.lua
local c = 0
local tools = {}
function tools.count() c = c + 1 return c end
return tools
