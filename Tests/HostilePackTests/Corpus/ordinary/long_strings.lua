-- shows: write text over several lines
-- result: two/lines
local words = [[
two
lines]]
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return 1, (words:gsub("\n", "/")) end } },
}
