return {
  waymark = 1,
  id = "gripping-the-offender",
  title = "Gripping the Offender, North and East London",
  version = "1.0.0",
  owner = { borough = "North and East London", contact = "gto.board@example.org" },
  purpose = "To find the people convicted most often in eight boroughs, and to offer each the enhanced services that fit.",
  lawful_basis = "Law enforcement purposes of the police and probation services: Data Protection Act 2018, Part 3. For the board to confirm.",
  valid = { from = "2026-10-01", review_by = "2027-04-01", until_ = "2027-10-01" },
  uses = { "common.custody" },
  files = { "scope.lua", "places.lua", "services.lua", "tasking.lua" },
  reads = {
    "age", "sex", "borough", "convictions_total", "ogrs2", "offences", "orders", "custody_status", "release_date",
    "statutory", "managing_agency", "referrals", "scores", "cohort",
    "needs.drugs", "needs.ete", "needs.relationships", "needs.thinking", "needs.lifestyle", "needs.mental_health",
  },
  protected = {
    age = "The pilot is for adults, and its mentoring and programmes are commissioned for men aged 18 to 25.",
    sex = "Personalised budgets are commissioned for women, mentoring and programmes for young men.",
    ["needs.mental_health"] = "NHS England funds direct mental health work for this cohort; the need decides who is offered it.",
  },
  max_age = { ogrs2 = "12 months" },
  parameters = {
    pilot_boroughs = {
      { "Camden", "Enfield", "Hackney", "Haringey", "Islington", "Newham", "Tower Hamlets", "Waltham Forest" },
      title = "Pilot boroughs",
      source = "Gripping the Offender interim evaluation 2017, section 1, The cohort",
    },
    adult_age = {
      18, min = 18, max = 21, unit = "years", title = "Youngest age in scope",
      source = "Gripping the Offender interim evaluation 2017, section 1, The cohort",
    },
    ogrs_high = {
      75, min = 70, max = 90, unit = "percent", title = "OGRS2 that is enough by itself",
      source = "Gripping the Offender interim evaluation 2017, section 1, The cohort",
    },
    ogrs_with_offence = {
      50, min = 40, max = 69, unit = "percent", title = "OGRS2 that counts with a recent robbery or burglary",
      source = "Gripping the Offender interim evaluation 2017, section 1, The cohort",
    },
    offence_months = {
      12, min = 6, max = 24, unit = "months", title = "How recent the robbery or burglary must be",
      source = "Gripping the Offender interim evaluation 2017, section 1, The cohort",
    },
    young_from = {
      18, min = 18, max = 21, unit = "years", title = "Young men: from this age",
      source = "Gripping the Offender interim evaluation 2017, section 1, Offender Management",
    },
    young_to = {
      25, min = 21, max = 30, unit = "years", title = "Young men: up to and including this age",
      source = "Gripping the Offender interim evaluation 2017, section 1, Offender Management",
    },
    weekly_months = {
      3, min = 1, max = 6, unit = "months", title = "Weekly appointments for this long after release, then fortnightly",
      source = "Gripping the Offender interim evaluation 2017, section 3, Enhanced services for young adult males",
    },
    report_days = {
      5, min = 1, max = 10, unit = "days", title = "Pre-sentence report within this many days",
      source = "Gripping the Offender interim evaluation 2017, section 3, Pre-sentence report service",
    },
    report_months = {
      6, min = 1, max = 12, unit = "months", title = "A charge this recent may still need a pre-sentence report",
      note = "illustrative",
    },
    report_target = {
      90, min = 80, max = 100, unit = "percent", title = "Share of pre-sentence reports to be in time",
      source = "Gripping the Offender interim evaluation 2017, section 3, Pre-sentence report service",
    },
    service_need = {
      1, min = 1, max = 2, unit = "points", title = "Need, from 0 to 2, from which a programme is offered",
      note = "illustrative",
    },
    drug_user_need = {
      1, min = 1, max = 2, unit = "points", title = "Drug need, from 0 to 2, from which somebody counts as an identified drug user",
      note = "illustrative",
    },
    health_need = {
      2, min = 1, max = 2, unit = "points", title = "Mental health need, from 0 to 2, for direct work",
      note = "illustrative",
    },
    plan_days = {
      5, min = 1, max = 28, unit = "days", title = "Intelligence development plan due within", note = "illustrative",
    },
    plan_months = {
      3, min = 1, max = 12, unit = "months", title = "Intelligence development plan renewed after", note = "illustrative",
    },
    long_term_months = {
      6, min = 3, max = 12, unit = "months", title = "Longer-term tasking looks back this far", note = "illustrative",
    },
    long_term_reds = {
      3, min = 2, max = 6, unit = "scores", title = "Red scores in that time for longer-term tasking", note = "illustrative",
    },
    check_days = {
      10, min = 5, max = 20, unit = "days", title = "Quality assurance of a case due within", note = "illustrative",
    },
    referral_days = {
      14, min = 5, max = 28, unit = "days", title = "Referral to a service due within", note = "illustrative",
    },
    retry_months = {
      6, min = 1, max = 12, unit = "months", title = "Referral asked for again, after a refusal or after the last asking", note = "illustrative",
    },
    again_months = {
      1, min = 1, max = 3, unit = "months", title = "Checks, meetings and appointments asked for again after", note = "illustrative",
    },
    pacesetter_days = {
      1, min = 1, max = 3, unit = "days", title = "Brought to the daily pacesetter meeting within",
      source = "Gripping the Offender interim evaluation 2017, section 1, Policing",
    },
    weekly_days = {
      7, min = 5, max = 7, unit = "days", title = "Weekly: first appointment within",
      source = "Gripping the Offender interim evaluation 2017, section 3, Enhanced services for young adult males",
    },
    fortnightly_days = {
      14, min = 7, max = 14, unit = "days", title = "Fortnightly: first appointment within",
      source = "Gripping the Offender interim evaluation 2017, section 3, Enhanced services for young adult males",
    },
    meeting_days = {
      14, min = 7, max = 28, unit = "days", title = "Brought to the Tactical Tasking and Co-ordination Group within", note = "illustrative",
    },
    meeting_months = {
      3, min = 1, max = 6, unit = "months", title = "Brought to that group, or to the prison co-ordinator, again after", note = "illustrative",
    },

    budget_places = {
      25, min = 10, max = 50, unit = "places", title = "Personalised budgets for women",
      source = "Gripping the Offender interim evaluation 2017, section 1, Offender Management",
    },
    employment_places = {
      20, min = 10, max = 40, unit = "places", title = "Places on the employment pathway",
      source = "Gripping the Offender interim evaluation 2017, section 1, Pathways",
    },
    contract_months = {
      6, min = 6, max = 12, unit = "months", title = "A place on the employment pathway is held for",
      source = "Gripping the Offender interim evaluation 2017, section 1, Pathways: fixed-term 6-month contracts",
    },
    tag_places = {
      100, min = 75, max = 100, unit = "places", title = "GPS tags in the months that count",
      source = "Gripping the Offender interim evaluation 2017, section 1, GPS tagging",
    },
    tag_months = {
      12, min = 12, max = 12, unit = "months", title = "GPS tags are counted over",
      source = "Gripping the Offender interim evaluation 2017, section 1, GPS tagging",
    },
  },
}
