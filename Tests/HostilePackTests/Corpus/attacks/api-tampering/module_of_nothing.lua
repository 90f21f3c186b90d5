-- tries: take a module that returns nothing for a table
-- outcome: same
-- result: boolean
local tools = require "common.tools"
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return 1, type(tools) end } },
}
-- file: ../common/tools.lua
local x = 1
