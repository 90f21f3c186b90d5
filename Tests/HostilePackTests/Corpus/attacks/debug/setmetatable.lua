-- tries: give all numbers a metatable
-- outcome: undefined_name
-- says: `debug`
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) local x = debug.setmetatable(0, {}) return 1 end } },
}
