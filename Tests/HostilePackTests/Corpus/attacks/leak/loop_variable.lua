-- tries: count in the variable of a loop that is over
-- outcome: changed_local
-- says: `i`
local count = {}
for i = 1, 3 do count[i] = function() i = i + 1 return i end end
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return count[2]() end } },
}
