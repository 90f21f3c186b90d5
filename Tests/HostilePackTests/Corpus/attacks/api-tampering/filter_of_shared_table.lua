-- tries: make a filter of a frozen table
-- outcome: same
local shared = { type = { "robbery", "theft_shop" } }
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return n.offences:count(shared) >= 0 and 1 end } },
}
