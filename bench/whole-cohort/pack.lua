return {
  waymark = 1,
  id = "whole-cohort",
  title = "Groups and places for everybody, for measurements",
  version = "1.0.0",
  owner = { borough = "None", contact = "bench@example.org" },
  purpose = "Everybody asks for a place and is in groups, so that what a run keeps of everybody can be measured: nobody is selected by it.",
  lawful_basis = "None is needed: the people of the cohort are made up.",
  valid = { from = "2026-01-01", review_by = "2026-12-31", until_ = "2027-12-31" },
  files = { "places.lua" },
  reads = { "age", "borough", "convictions_total", "arrests_total", "ogrs2", "custody_status", "associates" },
  protected = { age = "It is a rank.", associates = "They make a group." },
  parameters = {},
}
