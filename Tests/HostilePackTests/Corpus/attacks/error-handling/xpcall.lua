-- tries: handle the error oneself
-- outcome: undefined_name
-- says: `xpcall`
local function loop() while true do end end
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) xpcall(loop, function() return 1 end) return 1 end } },
}
