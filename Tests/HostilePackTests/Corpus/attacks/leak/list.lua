-- tries: keep a list of offences for the next nominal
-- outcome: changed_local
local kept
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) kept = n.offences return #kept end } },
}
