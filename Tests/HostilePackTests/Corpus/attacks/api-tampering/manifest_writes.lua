-- tries: write a global in the manifest
-- outcome: load:WM012
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return 1 end } },
}
-- file: pack.lua
x = 1
return {
  waymark = 1,
  id = "probe",
  title = "A pack for tests",
  version = "1.0.0",
  owner = { borough = "Camford", contact = "tests@camford.example.org" },
  purpose = "Tests.",
  lawful_basis = "None is needed for tests.",
  valid = { from = "2026-01-01", review_by = "2026-06-01", until_ = "2027-01-01" },
  files = { "rules.lua" },
  reads = { "borough" },
}
