-- Who is recommended for the list: what the courts and the police know, and what every other agency sees.
local interviews = "Hallam 2007, section 9.3"

local crime_months = months(param.crime_months)
local suspicion_months = months(param.suspicion_months)

-- By the day of the offence, and with offences taken into consideration; breaches are no crimes here.
local proven = { "convicted", "charged", "tic" }
local grave_types = { "robbery", "burglary_dwelling", "violence", "sexual", "weapon", "arson" }
local other_types = {
  "burglary_other", "theft_person", "theft_vehicle", "theft_from_vehicle", "theft_shop", "theft_other", "criminal_damage",
  "drugs_supply", "fraud",
}
local grave = filter { type = grave_types, outcome = proven, within = crime_months }
local other = filter { type = other_types, outcome = proven, within = crime_months }
local arrest = filter { outcome = "arrested", within = suspicion_months }
local report = filter { within = suspicion_months }

-- So many points for each, up to the most that the row gives, with the number in words.
local function each(count, points, most, span)
  return math.min(count * points, most), count .. " in " .. span .. " months"
end

-- How many agencies last said this. Each counts once, by its latest report, and the reasons name none of them: an agency that is
-- named in a letter may tell the group less next time.
local function agencies(n, view)
  local latest = {}
  for _, told in ipairs(n.here.partner_reports) do
    if told.date >= as_of - months(param.partner_months) then latest[told.agency] = told.view end
  end
  local count = 0
  for _, last in pairs(latest) do
    if last == view then count = count + 1 end
  end
  return count
end

matrix "targeting" {
  title = "Targeting score",
  source = "Hallam 2007, sections 3.2.4 and 6.1",
  note = "The document asks for a matrix that takes in partner agencies, and gives no points: the points are illustrative.",
  range = {
    0,
    param.grave_most + param.other_most + param.record_long_points + param.ogrs_high_points + param.arrest_most + param.report_most
      + param.partner_most,
  },
  rows = {
    { "grave", "Robberies, burglaries of homes, violence and other grave crimes", max = param.grave_most,
      source = "Hallam 2007, section 12: fewer offences may be graver ones",
      points = function(n) return each(n.offences:count(grave), param.grave_points, param.grave_most, param.crime_months) end },
    { "other", "Thefts and other crimes", max = param.other_most, source = "Hallam 2007, section 12",
      points = function(n) return each(n.offences:count(other), param.other_points, param.other_most, param.crime_months) end },
    { "record", "Convictions in all", source = interviews, of = function(n) return n.convictions_total end,
      steps = { { param.record_long, param.record_long_points }, { param.record_middle, param.record_middle_points } } },
    { "ogrs", "OGRS2, the chance of reconviction in two years", note = "illustrative: the document names no scale",
      of = function(n) return n.ogrs2 end,
      steps = { { param.ogrs_high, param.ogrs_high_points }, { param.ogrs_middle, param.ogrs_middle_points } } },
    { "arrests", "Arrests not yet charged", max = param.arrest_most, source = interviews,
      points = function(n) return each(n.offences:count(arrest), param.arrest_points, param.arrest_most, param.suspicion_months) end },
    { "police", "Police intelligence", max = param.report_most, source = interviews,
      points = function(n) return each(n.intelligence:count(report), param.report_points, param.report_most, param.suspicion_months) end },
    { "partners", "Agencies that are concerned", max = param.partner_most, source = "Hallam 2007, section 6.1",
      points = function(n) return each(agencies(n, "concern"), param.partner_points, param.partner_most, param.partner_months) end },
    { "progress", "Agencies that see progress", min = -param.progress_most, max = 0, source = "Hallam 2007, section 6.1",
      points = function(n)
        local points, words = each(agencies(n, "progress"), param.progress_points, param.progress_most, param.partner_months)
        return -points, words
      end },
  },
  total = function(row)
    local against = row.grave + row.other + row.record + row.ogrs + row.arrests + row.police + row.partners
    return math.max(against + row.progress, 0)
  end,
  bands = {
    { "ppo", "Prolific and other priority offender", from = param.ppo_from },
    { "near", "Near the list", from = param.near_from },
    { "below", "Below the list" },
  },
}

criteria "scope" {
  title = "May be considered for the list",
  source = "Hallam 2007, sections 2.4 and 8.1",
  all = {
    { "resident", "Lives in the district", function(n) return param.district[n.borough] end },
    { "adult", "Aged " .. param.adult_age .. " or over", function(n) return n.age >= param.adult_age end },
    { "crime", "A crime brought to court or taken into consideration in the last " .. param.crime_months .. " months; suspicion is not enough",
      function(n) return n.offences:any(grave) or n.offences:any(other) end },
  },
}

selection {
  { "ppo", "Recommended for the list, for the steering group to confirm", source = "Hallam 2007, section 4.1.2 B", category = "ppo",
    when = function(n, d) return d.met.scope and d.band.targeting == "ppo" end },
  { "near", "Near the list: the practitioners' group looks again", source = "Hallam 2007, section 3.2.4", action = "monitor",
    when = function(n, d) return d.met.scope and d.band.targeting == "near" end },
}
