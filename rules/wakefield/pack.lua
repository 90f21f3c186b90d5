return {
  waymark = 1,
  id = "wakefield",
  title = "Wakefield prolific and other priority offenders",
  version = "1.0.0",
  owner = { borough = "Wakefield", contact = "iom.board@example.org" },
  purpose = "To recommend who joins and who leaves the list, on what every agency knows, and to show each person the way off it.",
  lawful_basis = "Law enforcement purposes of the police and probation services: Data Protection Act 2018, Part 3. For the board to confirm.",
  valid = { from = "2026-10-01", review_by = "2027-04-01", until_ = "2027-10-01" },
  uses = { "common.custody" },
  files = { "targeting.lua", "needs.lua", "exit.lua", "tasking.lua" },
  reads = {
    "age", "borough", "convictions_total", "ogrs2", "custody_status", "prison", "release_date", "statutory",
    "offences", "orders", "intelligence", "referrals", "reviews", "cohort",
    "needs.thinking", "needs.lifestyle", "needs.ete", "needs.drugs", "needs.attitudes", "needs.accommodation",
    "needs.relationships", "needs.mental_health", "needs.finance", "needs.alcohol",
    "local.partner_reports", "local.case_document", "local.exit_plan",
  },
  protected = {
    age = "The list is for adults; a child's case belongs with the youth offending team.",
    intelligence = "Suspected crime is part of what makes somebody a priority; it counts little, and never alone.",
    ["needs.mental_health"] = "Emotional wellbeing is a heading of OASys: the need decides who is offered help, and nothing else.",
    ["local.partner_reports"] = "What agencies other than the police see, for better or worse, was missing from the first matrix.",
  },
  max_age = { ogrs2 = "12 months" },
  parameters = {
    district = { { "Wakefield" }, title = "Where the scheme works", source = "Hallam 2007, section 1.1" },
    adult_age = {
      18, min = 18, max = 21, unit = "years", title = "Youngest age on the list", source = "Hallam 2007, section 8.1, Cohort Demographics",
    },

    ppo_from = { 50, min = 40, max = 65, unit = "points", title = "Score for the list", note = "illustrative" },
    near_from = { 35, min = 25, max = 39, unit = "points", title = "Score near the list", note = "illustrative" },

    crime_months = { 12, min = 6, max = 24, unit = "months", title = "Crimes counted from this far back", note = "illustrative" },
    grave_points = { 10, min = 5, max = 15, unit = "points", title = "For each grave crime", note = "illustrative" },
    grave_most = { 30, min = 20, max = 40, unit = "points", title = "Most for grave crimes", note = "illustrative" },
    other_points = { 3, min = 1, max = 5, unit = "points", title = "For each other crime", note = "illustrative" },
    other_most = { 15, min = 10, max = 20, unit = "points", title = "Most for other crimes", note = "illustrative" },
    record_long = { 30, min = 20, max = 50, unit = "convictions", title = "Long record", note = "illustrative" },
    record_middle = { 15, min = 5, max = 19, unit = "convictions", title = "Middling record", note = "illustrative" },
    record_long_points = { 10, min = 5, max = 15, unit = "points", title = "For a long record", note = "illustrative" },
    record_middle_points = { 5, min = 0, max = 5, unit = "points", title = "For a middling record", note = "illustrative" },
    ogrs_high = { 75, min = 70, max = 90, unit = "percent", title = "High OGRS2", note = "illustrative" },
    ogrs_middle = { 50, min = 40, max = 69, unit = "percent", title = "Middling OGRS2", note = "illustrative" },
    ogrs_high_points = { 15, min = 10, max = 20, unit = "points", title = "For a high OGRS2", note = "illustrative" },
    ogrs_middle_points = { 8, min = 0, max = 10, unit = "points", title = "For a middling OGRS2", note = "illustrative" },

    suspicion_months = {
      6, min = 3, max = 12, unit = "months", title = "Arrests and intelligence look back", note = "illustrative",
    },
    arrest_points = { 2, min = 1, max = 3, unit = "points", title = "For each arrest not yet charged", note = "illustrative" },
    arrest_most = { 6, min = 2, max = 10, unit = "points", title = "Most for arrests", note = "illustrative" },
    report_points = { 2, min = 1, max = 3, unit = "points", title = "For each police intelligence report", note = "illustrative" },
    report_most = { 8, min = 0, max = 10, unit = "points", title = "Most for police intelligence", note = "illustrative" },
    partner_months = {
      6, min = 3, max = 12, unit = "months", title = "What partner agencies see looks back", note = "illustrative",
    },
    partner_points = { 4, min = 2, max = 5, unit = "points", title = "For each agency that is concerned", note = "illustrative" },
    partner_most = { 16, min = 8, max = 20, unit = "points", title = "Most for agencies' concern", note = "illustrative" },
    progress_points = {
      4, min = 0, max = 5, unit = "points", title = "Off for each agency that sees progress", note = "illustrative",
    },
    progress_most = { 12, min = 0, max = 15, unit = "points", title = "Most off for progress", note = "illustrative" },

    settled_months = { 6, min = 3, max = 11, unit = "months", title = "Settled this long: exit stage", note = "illustrative" },
    leave_months = { 12, min = 12, max = 18, unit = "months", title = "Settled this long: leaves the list", note = "illustrative" },

    review_days = {
      14, min = 14, max = 28, unit = "days", title = "Practitioners' group looks at a case every",
      source = "Hallam 2007, section 11, recommendation e",
    },
    review_notice = { 7, min = 3, max = 7, unit = "days", title = "Notice of the next meeting", note = "illustrative" },
    confirm_days = { 14, min = 7, max = 28, unit = "days", title = "Steering group confirms within", note = "illustrative" },
    confirm_months = {
      6, min = 3, max = 12, unit = "months", title = "Steering group looks at a place again after", note = "illustrative",
    },
    letter_months = {
      1, min = 1, max = 2, unit = "months", title = "Somebody who joined this recently is new", note = "illustrative",
    },
    document_months = {
      3, min = 1, max = 6, unit = "months", title = "Case document brought up to date every", note = "illustrative",
    },
    release_days = {
      30, min = 14, max = 90, unit = "days", title = "Release prepared this long before", source = "Hallam 2007, section 6.1",
    },
    visit_months = { 3, min = 1, max = 6, unit = "months", title = "Visit in prison every", note = "illustrative" },
    contact_months = {
      1, min = 1, max = 3, unit = "months", title = "Contact with people under no order every", note = "illustrative",
    },

    help_days = { 14, min = 7, max = 28, unit = "days", title = "Letter, lead, plan, contact or referral within", note = "illustrative" },
    document_days = { 28, min = 14, max = 42, unit = "days", title = "Case document, exit plan or visit in prison within", note = "illustrative" },
    reminder_days = { 7, min = 3, max = 14, unit = "days", title = "What is missing on record put right within", note = "illustrative" },
    again_months = { 1, min = 1, max = 3, unit = "months", title = "What is not done is asked for again after", note = "illustrative" },
    letter_again_months = { 2, min = 2, max = 6, unit = "months", title = "Letter to the person again after", note = "illustrative" },
    support_months = { 3, min = 1, max = 6, unit = "months", title = "Help after the list, or handover, asked for again after", note = "illustrative" },
    gate_months = { 2, min = 1, max = 6, unit = "months", title = "Preparing a release asked for again after", note = "illustrative" },

    need_from = { 1, min = 1, max = 2, unit = "points", title = "Need, from 0 to 2, that counts as one", note = "illustrative" },
    chase_days = {
      28, min = 7, max = 56, unit = "days", title = "A referral may wait this long for an answer", note = "illustrative",
    },
    retry_months = {
      3, min = 1, max = 6, unit = "months", title = "New referral this long after one that ended", note = "illustrative",
    },
    refusal_months = {
      3, min = 1, max = 6, unit = "months", title = "Refusals looked at from this far back", note = "illustrative",
    },
  },
}
