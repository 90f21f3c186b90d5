return {
  waymark = 1,
  id = "birmingham",
  title = "Birmingham local unit",
  version = "1.0.0",
  owner = { borough = "Birmingham", contact = "iom.analysts@example.org" },
  purpose = "To choose who is managed by Birmingham's local unit, with a group of its own for homeless people who offend in the city centre.",
  lawful_basis = "Law enforcement purposes of the police and probation services: Data Protection Act 2018, Part 3. For the board to confirm.",
  valid = { from = "2026-10-01", review_by = "2027-04-01", until_ = "2027-10-01" },
  extends = "west-midlands",
  files = { "city_centre.lua" },
  reads = {
    "local.rough_sleeping", "local.housing", "local.housed_since", "local.centre_crimes", "local.known_to_outreach",
  },
  protected = {
    ["local.rough_sleeping"] = "The city-centre group is for homeless people, and housing is what it offers first.",
    ["local.known_to_outreach"] = "An outreach worker whom the person knows is asked to come along. It decides nothing about selection.",
  },
  parameters = {
    area = { { "Birmingham" } },
    hccu_crimes = { 6 },

    centre_crimes = { 3, min = 2, max = 6, unit = "crimes", title = "City-centre crimes for that group", note = "illustrative" },
    housed_months = { 3, min = 1, max = 12, unit = "months", title = "In settled housing this long before leaving", note = "illustrative" },
    duty_days = { 3, min = 1, max = 7, unit = "days", title = "Referral to the homelessness team within", note = "illustrative" },
    duty_months = { 3, min = 1, max = 6, unit = "months", title = "Referral to the homelessness team again after", note = "illustrative" },
    outreach_days = { 7, min = 2, max = 14, unit = "days", title = "Meeting with the outreach team within", note = "illustrative" },
    outreach_months = { 1, min = 1, max = 3, unit = "months", title = "Meeting with the outreach team again after", note = "illustrative" },
    quiet_months = { 3, min = 1, max = 12, unit = "months", title = "Without a new crime this long before leaving", note = "illustrative" },
  },
}
