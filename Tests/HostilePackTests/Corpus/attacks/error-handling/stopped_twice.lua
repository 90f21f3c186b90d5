-- tries: go on in another rule after one was stopped
-- outcome: instruction_limit
local function loop() while true do end end
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) pcall(loop) return 1 end } },
}
selection { { "s", "S", when = function() return true end } }
deselection { { "s", "S", when = function() return true end } }
