return {
  waymark = 1,
  id = "stoke-on-trent",
  title = "Stoke-on-Trent integrated offender management",
  version = "1.0.0",
  owner = { borough = "Stoke-on-Trent", contact = "iom.analysts@example.org" },
  purpose = "To choose who in the city is offered intensive joint management, by the city's own thresholds, and to show each of them the way out.",
  lawful_basis = "Law enforcement purposes of the police and probation services: Data Protection Act 2018, Part 3. For the board to confirm.",
  valid = { from = "2026-10-01", review_by = "2027-04-01", until_ = "2027-10-01" },
  extends = "staffordshire",
  files = { "gangs.lua", "gang_strand.lua", "capacity.lua" },
  reads = { "borough", "gang", "offences", "custody_status", "statutory" },
  protected = {
    gang = "Who takes part in a gang by crimes of their own is visited with an offer to leave, and may be offered a place; people exploited or harmed by a gang are to be protected, not pursued.",
  },
  parameters = {
    ppo_threshold = { 90 },
    target_threshold = { 50 },
    area = { { "Stoke-on-Trent" } },

    places = {
      360, min = 100, max = 500, unit = "people", title = "Places", source = "Keele 2014, chapter 3: around 360 people",
    },
    gang_months = {
      12, min = 3, max = 24, unit = "months", title = "A gang link confirmed this lately counts for a place", note = "illustrative",
    },
    gang_crime_months = {
      12, min = 6, max = 24, unit = "months", title = "Crimes of one's own for the gang strand look back", note = "illustrative",
    },
    gang_crimes = { 1, min = 1, max = 4, unit = "crimes", title = "Crimes of one's own for the gang strand", note = "illustrative" },
    gang_visit_days = { 7, min = 2, max = 14, unit = "days", title = "Gang visit, or a child's plan, within", note = "illustrative" },
    gang_visit_months = { 2, min = 1, max = 6, unit = "months", title = "Gang visit, or a child's plan, again after", note = "illustrative" },
  },
}
