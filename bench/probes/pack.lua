return {
  waymark = 1,
  id = "probes",
  title = "Probes: what single accesses cost",
  version = "1.0.0",
  owner = { borough = "None", contact = "bench@example.org" },
  purpose = "Each row does one thing a thousand times, to be timed.",
  lawful_basis = "None is needed: nobody is in the cohort.",
  valid = { from = "2017-01-01", review_by = "2017-12-31", until_ = "2018-12-31" },
  files = { "probes.lua" },
  reads = { "borough", "convictions_total", "custody_status", "needs.drugs", "offences" },
}
