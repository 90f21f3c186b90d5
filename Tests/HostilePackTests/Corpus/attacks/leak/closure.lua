-- tries: count in a function's own local
-- outcome: changed_local
-- says: `c`
local function make()
  local c = 0
  return function() c = c + 1 return c end
end
local count = make()
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return count() end } },
}
