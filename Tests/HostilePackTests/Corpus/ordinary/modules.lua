-- shows: share functions in a module
-- result: 10 shared
local tools = require "common.tools"
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return tools.double(5) // 10, tools.double(5) .. " " .. tools.word end } },
}
-- file: ../common/tools.lua
local tools = { word = "shared" }
function tools.double(x) return 2 * x end
return tools
