local ogrs3 = require "common.ogrs3"
local workdays = require "common.workdays"

-- A fact that nobody recorded makes the score unknown, by its own name.
local function facts(n)
  return {
    sex = n.sex, offence = n.here.group, previous_sanctions = n.here.previous_sanctions,
    age_at_first_sanction = n.here.age_at_first_sanction, age_at_conviction = n.here.age_at_conviction,
    age_at_start = n.here.age_at_start,
  }
end

-- The recorded score comes first. Where there is none and the facts do not fit the scale, it is what is missing.
local function two_year_score(n)
  if n:has "ogrs3" then return n.ogrs3, "as recorded" end
  local known = facts(n)
  if not ogrs3.applies(known) then return n.ogrs3 end
  return ogrs3.two_year(known)
end

matrix "reconviction" {
  title = "OGRS3, two years", source = "Howard and others 2009",
  range = { 0, 100 },
  rows = { { "ogrs3", "OGRS3, two years, in percent", max = 100, points = two_year_score } },
  bands = { { "high", "High", from = param.ogrs_high }, { "middle", "Middling", from = param.ogrs_middle }, { "low", "Low" } },
}

selection {
  { "high", "High OGRS3: manage", source = "MOPAC 2017, eligibility", category = "iom",
    when = function(n, d) return d.band.reconviction == "high" end },
}

tasking {
  { "ask_score", "Ask probation for the official score", owner = "offender_manager", due = workdays.due(param.ask_days),
    when = function(n) return not n:has "ogrs3" end,
    because = function(n)
      local score, doubt = two_year_score(n)
      return "worked out here at " .. score .. " percent" .. (doubt and "; " .. doubt or "")
    end },
}
