-- tries: declare rules from a module
-- outcome: same
-- result: from a module
local tools = require "common.tools"
-- file: ../common/tools.lua
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return 1, "from a module" end } },
}
return {}
