-- tries: load a module that is there and that the manifest does not name
-- outcome: load:WM019
-- says: common.other
local x = require "common.other"
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return 1 end } },
}
-- file: ../common/other.lua
return { secret = 1 }
