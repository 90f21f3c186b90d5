-- shows: use functions of the file in several rules
-- result: 6 and 6
local function twice(x) return 2 * x end
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return twice(3), twice(3) .. " and " .. twice(3) end } },
}
