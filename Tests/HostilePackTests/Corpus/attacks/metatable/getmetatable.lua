-- tries: reach the metatable of all text
-- outcome: undefined_name
-- says: `getmetatable`
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) local x = getmetatable("").__index return 1 end } },
}
