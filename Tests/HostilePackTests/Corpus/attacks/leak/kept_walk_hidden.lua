-- tries: keep a walk in a closure in a table
-- outcome: load:WM020
local tools = {}
do
  local step = pairs({ 1, 2, 3 })
  function tools.step() return step() end
end
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return tools.step() or 0 end } },
}
