-- tries: reach the library through the table of globals
-- outcome: undefined_name
-- says: `_G`
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return _G["o" .. "s"].execute("true") and 1 end } },
}
