-- tries: put a function into the manifest
-- outcome: load:WM006
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return 1 end } },
}
-- file: pack.lua
return {
  waymark = 1,
  id = "probe",
  title = function() return "x" end,
  version = "1.0.0",
  owner = { borough = "Camford", contact = "tests@camford.example.org" },
  purpose = "Tests.",
  lawful_basis = "None is needed for tests.",
  valid = { from = "2026-01-01", review_by = "2026-06-01", until_ = "2027-01-01" },
  files = { "rules.lua" },
  reads = { "borough" },
}
