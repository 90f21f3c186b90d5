return {
  waymark = 1,
  id = "staffordshire",
  title = "Staffordshire integrated offender management",
  version = "1.0.0",
  owner = { borough = "Staffordshire", contact = "iom.board@example.org" },
  purpose = "To choose who is offered intensive joint management, to rate their risk day by day, and to show each of them the way out.",
  lawful_basis = "Law enforcement purposes of the police and probation services: Data Protection Act 2018, Part 3. For the board to confirm.",
  valid = { from = "2026-10-01", review_by = "2027-04-01", until_ = "2027-10-01" },
  uses = { "common.rag", "common.custody" },
  files = { "acquisitive_crime.lua", "risk.lua", "readiness.lua", "selection.lua", "tasking.lua" },
  reads = {
    "age", "borough", "convictions_total", "ogrs2", "risk_of_harm", "custody_status", "release_date", "statutory",
    "offences", "orders", "intelligence", "linked_series", "gang", "engagement", "reviews", "cohort", "scores",
    "needs.accommodation", "needs.ete", "needs.drugs", "needs.alcohol", "needs.finance", "needs.relationships",
  },
  protected = {
    age = "Children and young adults have strands of their own, with other services and other law.",
    intelligence = "Recent intelligence is one of the four parts of the risk matrix.",
    gang = "People exploited by a gang are to be protected, not pursued.",
  },
  max_age = { ogrs2 = "12 months", intelligence = "24 months" },
  parameters = {
    area = {
      {
        "Cannock Chase", "East Staffordshire", "Lichfield", "Newcastle-under-Lyme", "South Staffordshire", "Stafford",
        "Staffordshire Moorlands", "Stoke-on-Trent", "Tamworth",
      },
      title = "Districts of the scheme", source = "Keele 2014, chapter 3", note = "The eight districts of the county, and the city",
    },

    ppo_threshold = {
      70, min = 65, max = 100, unit = "points", title = "Score for PPO", source = "Keele 2014, chapter 3",
    },
    target_threshold = {
      40, min = 30, max = 60, unit = "points", title = "Score for Target", source = "Keele 2014, chapter 3",
    },
    monitor_threshold = {
      10, min = 0, max = 29, unit = "points", title = "Score for Monitor; below it, rejected", note = "illustrative",
    },

    crime_months = {
      12, min = 6, max = 24, unit = "months", title = "Crimes counted from this far back", note = "illustrative",
    },
    burglary_points = { 10, min = 5, max = 15, unit = "points", title = "For each dwelling burglary", note = "illustrative" },
    burglary_most = { 40, min = 20, max = 60, unit = "points", title = "Most for dwelling burglary", note = "illustrative" },
    robbery_points = { 10, min = 5, max = 20, unit = "points", title = "For each robbery", note = "illustrative" },
    robbery_most = { 30, min = 10, max = 50, unit = "points", title = "Most for robbery", note = "illustrative" },
    vehicle_points = { 5, min = 1, max = 10, unit = "points", title = "For each vehicle crime", note = "illustrative" },
    vehicle_most = { 20, min = 10, max = 30, unit = "points", title = "Most for vehicle crime", note = "illustrative" },
    theft_points = { 3, min = 1, max = 5, unit = "points", title = "For each other theft or burglary", note = "illustrative" },
    theft_most = { 15, min = 5, max = 20, unit = "points", title = "Most for other theft and burglary", note = "illustrative" },
    ogrs_high = { 75, min = 70, max = 90, unit = "percent", title = "High OGRS2", note = "illustrative" },
    ogrs_middle = { 50, min = 40, max = 69, unit = "percent", title = "Middling OGRS2", note = "illustrative" },
    ogrs_high_points = { 20, min = 10, max = 30, unit = "points", title = "For a high OGRS2", note = "illustrative" },
    ogrs_middle_points = { 10, min = 0, max = 15, unit = "points", title = "For a middling OGRS2", note = "illustrative" },
    drugs_points = { 15, min = 0, max = 25, unit = "points", title = "For a serious drug need", note = "illustrative" },
    fresh_months = { 3, min = 1, max = 6, unit = "months", title = "A crime this recent is fresh", note = "illustrative" },
    fresh_points = { 10, min = 0, max = 20, unit = "points", title = "For a fresh crime", note = "illustrative" },
    record_long = { 30, min = 20, max = 50, unit = "convictions", title = "Long record", note = "illustrative" },
    record_middle = { 15, min = 5, max = 19, unit = "convictions", title = "Middling record", note = "illustrative" },
    record_long_points = { 10, min = 5, max = 20, unit = "points", title = "For a long record", note = "illustrative" },
    record_middle_points = { 5, min = 0, max = 5, unit = "points", title = "For a middling record", note = "illustrative" },

    red_from = { 39, min = 33, max = 48, unit = "points", title = "Red from", source = "Keele 2014, chapter 3" },
    amber_from = { 20, min = 12, max = 32, unit = "points", title = "Amber from", source = "Keele 2014, chapter 3" },
    history_months = { 6, min = 3, max = 12, unit = "months", title = "Recent offending looks back", note = "illustrative" },
    harm_medium = { 1, min = 0, max = 2, unit = "points", title = "Medium risk of harm", note = "illustrative" },
    harm_high = { 3, min = 2, max = 3, unit = "points", title = "High risk of harm", note = "illustrative" },
    harm_very_high = { 4, min = 3, max = 4, unit = "points", title = "Very high risk of harm", note = "illustrative" },
    intelligence_months = {
      3, min = 1, max = 6, unit = "months", title = "Intelligence and arrests look back", note = "illustrative",
    },
    breach_months = { 6, min = 3, max = 12, unit = "months", title = "Breach looks back", note = "illustrative" },
    serious_need = { 2, min = 1, max = 2, unit = "points", title = "Need, from 0 to 2, that is serious", note = "illustrative" },

    adult_age = { 18, min = 18, max = 18, unit = "years", title = "Adult from", source = "Keele 2014, chapter 3: Deter Young Offenders" },
    young_adult_to = { 25, min = 21, max = 25, unit = "years", title = "Young adult up to", note = "illustrative" },
    older_from = { 30, min = 25, max = 40, unit = "years", title = "Older from", note = "illustrative" },
    many_sentences = { 3, min = 2, max = 10, unit = "sentences", title = "Many prison sentences", note = "illustrative" },
    complex_needs = { 8, min = 6, max = 12, unit = "points", title = "Complex needs: sum of six needs", note = "illustrative" },
    good_engagement = { 60, min = 40, max = 90, unit = "percent", title = "Keeps appointments: ready to change", note = "illustrative" },
    least_engagement = { 25, min = 10, max = 39, unit = "percent", title = "Least share of appointments kept", note = "illustrative" },
    enough_offered = { 4, min = 2, max = 12, unit = "appointments", title = "Appointments offered before judging", note = "illustrative" },

    settled_months = { 6, min = 3, max = 12, unit = "months", title = "Green this long before leaving", note = "illustrative" },
    settled_months_statutory = {
      12, min = 6, max = 18, unit = "months", title = "Green this long before leaving, under an order or licence", note = "illustrative",
    },
    settled_scores = { 3, min = 2, max = 6, unit = "scores", title = "Green scores outside prison in that time", note = "illustrative" },

    review_months = { 3, min = 1, max = 6, unit = "months", title = "Review every", note = "illustrative" },
    offended_months = {
      3, min = 1, max = 6, unit = "months", title = "Somebody monitored is looked at again for an offence this recent", note = "illustrative",
    },
    reassess_months = { 1, min = 1, max = 3, unit = "months", title = "New risk score at least every", note = "illustrative" },
    release_days = { 84, min = 28, max = 180, unit = "days", title = "Release planned this long before", note = "illustrative" },

    wanted_days = { 1, min = 1, max = 3, unit = "days", title = "Wanted: acted on within", note = "illustrative" },
    protect_days = { 2, min = 1, max = 5, unit = "days", title = "Safeguarding referral made within", note = "illustrative" },
    protect_months = { 3, min = 1, max = 6, unit = "months", title = "Safeguarding referral again after", note = "illustrative" },
    score_days = { 2, min = 1, max = 7, unit = "days", title = "New risk score given within", note = "illustrative" },
    urgent_days = { 7, min = 2, max = 14, unit = "days", title = "Second look at somebody red within", note = "illustrative" },
    meeting_days = { 14, min = 7, max = 28, unit = "days", title = "Review, plan or second look within", note = "illustrative" },
    again_months = { 1, min = 1, max = 3, unit = "months", title = "What is not done is asked for again after", note = "illustrative" },
    plan_months = { 3, min = 1, max = 6, unit = "months", title = "Plan for release asked for again after", note = "illustrative" },
  },
}
