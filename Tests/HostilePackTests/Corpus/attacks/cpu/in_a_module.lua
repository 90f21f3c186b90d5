-- tries: never end in a module
-- outcome: load:WM021
local x = require "common.tools"
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return 1 end } },
}
-- file: ../common/tools.lua
while true do end
