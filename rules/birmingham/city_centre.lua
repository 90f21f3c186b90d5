-- The city-centre group: homeless people who offend there. Nobody is chosen for being homeless.
local custody = require "common.custody"

local document = "SPCB 4 July 2017, item 8, paragraph 9"

local quiet = filter { outcome = { "convicted", "charged", "arrested" }, within = months(param.quiet_months) }

local to_housing = filter { service = "housing_duty", outcome = { "pending", "accepted", "started" } }

-- A crime without a date makes the number unknown: a filter would leave it out unsaid.
local function crimes_in_centre(n)
  local count = 0
  for _, crime in ipairs(n.here.centre_crimes) do
    if crime.date <= as_of and crime.date >= as_of - months(param.crime_months) then count = count + 1 end
  end
  return count
end

criteria "homeless" {
  title = "Homeless", source = document,
  any = {
    { "rough_sleeping", "Sleeping rough", function(n) return n.here.rough_sleeping end },
    { "no_housing", "Without housing", function(n) return n.here.housing == "none" end },
  },
}

criteria "city_centre" {
  title = "Homeless, and offending in the city centre",
  source = document,
  note = "The document gives the example of such a group: what it takes is illustrative.",
  all = {
    { "adult_resident", "An adult of the area", function(_, d) return d.met.adult_resident end },
    { "homeless", "Sleeping rough or without housing", function(_, d) return d.met.homeless end },
    { "crimes", "Crimes brought to court in the city centre: " .. param.centre_crimes .. " or more in " .. param.crime_months .. " months",
      function(n) return crimes_in_centre(n) >= param.centre_crimes end },
  },
}

selection {
  { "city_centre", "City-centre group", before = "out_of_court", source = document, category = "city_centre",
    when = function(_, d) return d.met.city_centre end },
}

deselection {
  { "moved", "No longer lives in Birmingham: handed over to the unit of the new area", source = "SPCB 4 July 2017, item 8, paragraph 10",
    when = function(n) return not param.area[n.borough] end },
  { "housed", "In settled housing and without a new crime: moves to Monitor", before = "leave", source = document, to = "monitor",
    when = function(n)
      return n.cohort.category == "city_centre" and n.here.housing == "settled"
        and n.here.housed_since <= as_of - months(param.housed_months) and not n.offences:any(quiet)
    end },
}

tasking {
  { "housing_duty", "Refer to the council's homelessness team", before = "joint_plan",
    source = "Homelessness Reduction Act 2017, section 10: the duty to refer",
    note = "With the person's consent.",
    when = function(n, d) return d.met.homeless and not n.referrals:any(to_housing) end,
    because = function() return "homeless, and no referral under way" end,
    owner = "local_unit", due = days(param.duty_days), priority = "high", every = months(param.duty_months) },
  { "outreach", "Meet the person together with the outreach team that knows them", source = document,
    when = function(n, d) return d.met.homeless and not custody.now(n) and n.here.known_to_outreach end,
    because = function() return "homeless, and known to the outreach team" end,
    owner = "outreach_team", due = days(param.outreach_days), every = months(param.outreach_months) },
}
