-- tries: add a field to the nominal
-- outcome: read_only
-- says: `note`
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) n.note = "seen" return 1 end } },
}
