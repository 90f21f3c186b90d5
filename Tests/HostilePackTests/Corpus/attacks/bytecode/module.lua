-- tries: be a module that is bytecode
-- outcome: load:WM002
-- says: compiled Lua
local x = require "common.tools"
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return 1 end } },
}
-- file: ../common/tools.lua
LuaT
