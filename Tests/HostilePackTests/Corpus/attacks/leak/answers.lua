-- tries: keep the answers for the next nominal
-- outcome: changed_local
local kept
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n, d) kept = d return 1 end } },
}
