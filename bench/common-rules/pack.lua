return {
  waymark = 1,
  id = "common-rules",
  title = "Common rule set for measurements",
  version = "1.0.0",
  owner = { borough = "None", contact = "bench@example.org" },
  purpose = "The rules that every program in a comparison of speed works out: nobody is selected by them.",
  lawful_basis = "None is needed: the people of the cohort are made up.",
  valid = { from = "2017-01-01", review_by = "2017-12-31", until_ = "2018-12-31" },
  files = { "eligibility.lua", "score.lua", "risk.lua", "selection.lua", "tasking.lua" },
  reads = {
    "age", "borough", "convictions_total", "age_first_conviction", "ogrs2", "risk_of_harm", "custody_status", "needs", "gang",
    "offences", "intelligence", "orders",
  },
  protected = {
    age = "The rules are for adults.",
    ["needs.mental_health"] = "The sum of all needs is a row of the score.",
    ["needs.physical_health"] = "The sum of all needs is a row of the score.",
    intelligence = "Recent intelligence is a row of the score and a part of the risk.",
    gang = "Being with a gang is a part of the risk.",
  },
  parameters = {
    pilot_boroughs = {
      { "Camden", "Enfield", "Hackney", "Haringey", "Islington", "Newham", "Tower Hamlets", "Waltham Forest" },
      title = "Pilot boroughs",
    },
    ppo_threshold = { 90, min = 70, max = 100, unit = "points", title = "Score for PPO" },
    target_threshold = { 50, min = 40, max = 69, unit = "points", title = "Score for target" },
    red_from = { 39, min = 33, max = 48, unit = "points", title = "Red from" },
    amber_from = { 20, min = 12, max = 32, unit = "points", title = "Amber from" },
  },
}
