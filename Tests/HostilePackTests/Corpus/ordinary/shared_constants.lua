-- shows: read constants of the file
-- result: 3 robbery 2
local weights = { robbery = 3, theft = 1 }
local kinds = { "robbery", "theft" }
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return 1, weights.robbery .. " " .. kinds[1] .. " " .. #kinds end } },
}
