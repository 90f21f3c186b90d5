-- Who is considered: the scoring schema for serious acquisitive crime.
local crime_months = months(param.crime_months)
local brought_to_court = { "convicted", "charged" }

local burglary = filter { type = "burglary_dwelling", outcome = brought_to_court, within = crime_months }
local robbery = filter { type = "robbery", outcome = brought_to_court, within = crime_months }
local vehicle = filter { type = { "theft_vehicle", "theft_from_vehicle" }, outcome = brought_to_court, within = crime_months }
local other_theft = filter {
  type = { "theft_person", "theft_shop", "theft_other", "burglary_other" },
  outcome = brought_to_court, within = crime_months,
}
local acquisitive = {
  "burglary_dwelling", "burglary_other", "robbery", "theft_vehicle", "theft_from_vehicle", "theft_person", "theft_shop", "theft_other",
}
local fresh = filter {
  type = acquisitive,
  outcome = brought_to_court, within = months(param.fresh_months),
}

local counted = filter { type = acquisitive, outcome = brought_to_court, within = crime_months }

criteria "acquisitive_crime" {
  title = "Acquisitive crime of one's own",
  source = "Keele 2014, chapter 3",
  note = "Ours: a prediction, a need and a long record can reach the score for Target without any such crime, and that is not enough.",
  all = {
    { "crime", "A burglary, robbery or theft brought to court in the last " .. param.crime_months .. " months",
      function(n) return n.offences:any(counted) end },
  },
}

-- So many points for each, up to the most that the row gives, with the number in words.
local function each(count, points, most)
  return math.min(count * points, most), count .. " in " .. param.crime_months .. " months"
end

matrix "sac" {
  title = "Serious acquisitive crime score",
  source = "Keele 2014, chapter 3",
  note = "The document gives the thresholds, not the points: the points are illustrative.",
  range = { 0, 255 },
  rows = {
    { "burglary", "Dwelling burglaries brought to court", max = param.burglary_most,
      points = function(n) return each(n.offences:count(burglary), param.burglary_points, param.burglary_most) end },
    { "robbery", "Robberies brought to court", max = param.robbery_most,
      points = function(n) return each(n.offences:count(robbery), param.robbery_points, param.robbery_most) end },
    { "vehicle", "Vehicle crimes brought to court", max = param.vehicle_most,
      points = function(n) return each(n.offences:count(vehicle), param.vehicle_points, param.vehicle_most) end },
    { "theft", "Other thefts and burglaries brought to court", max = param.theft_most,
      points = function(n) return each(n.offences:count(other_theft), param.theft_points, param.theft_most) end },
    { "fresh", "A burglary, robbery or theft in the last " .. param.fresh_months .. " months", points = param.fresh_points,
      when = function(n) return n.offences:any(fresh) end },
    { "ogrs", "OGRS2, the chance of reconviction in two years", of = function(n) return n.ogrs2 end,
      steps = { { param.ogrs_high, param.ogrs_high_points }, { param.ogrs_middle, param.ogrs_middle_points } } },
    { "drugs", "Serious drug need", points = param.drugs_points,
      when = function(n) return n.needs.drugs >= param.serious_need end },
    { "record", "Convictions in all", of = function(n) return n.convictions_total end,
      steps = { { param.record_long, param.record_long_points }, { param.record_middle, param.record_middle_points } } },
  },
  bands = {
    { "ppo", "Prolific and other priority offender", from = param.ppo_threshold },
    { "target", "Target", from = param.target_threshold },
    { "monitor", "Below Target" },
  },
}
