-- tries: keep a deep chain of functions in a local
-- outcome: same
local chain = function() return 0 end
for i = 1, 9000 do
  local before = chain
  chain = function() return before() end
end
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return chain == nil and 0 or 1 end } },
}
