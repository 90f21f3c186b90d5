-- Gangs: who takes part by what they did themselves, who is harmed, and what is asked for each. No list of associates is read.
local custody = require "common.custody"

local document = "Keele 2014, chapter 4, section 6"

local own_crimes = filter {
  type = { "violence", "weapon", "drugs_supply", "robbery", "arson" },
  outcome = { "convicted", "charged" }, within = months(param.gang_crime_months),
}

-- A group tells a file that says there is no gang from one that says nothing: the second leaves it unknown.
group "gang" {
  title = "Named gang", source = document,
  key = function(n) return n.gang.name end,
}

criteria "takes_part" {
  title = "Takes part in a gang, by crimes of one's own",
  source = document,
  note = "The document tells of the influx, and gives no rule for it: this one is ours. Knowing people in a gang is never enough.",
  all = {
    { "recorded", "Recorded with a gang", function(_, d) return d.group.gang.size >= 1 end },
    { "role", "As a core or full member: neither on its edge nor harmed by it",
      function(n) return n.gang.role == "core" or n.gang.role == "member" end },
    { "confirmed", "Confirmed in the last " .. param.gang_months .. " months",
      function(n) return n.gang.last_confirmed >= as_of - months(param.gang_months) end },
    { "own_crime", "Brought to court for violence, a weapon, drug supply, robbery or arson in the last " .. param.gang_crime_months .. " months",
      function(n) return n.offences:count(own_crimes) >= param.gang_crimes end },
  },
}

criteria "harmed_by_gang" {
  title = "Exploited or harmed by a gang",
  source = document,
  note = "Ours. A link of long ago still protects: nobody needs to confirm it.",
  all = {
    { "recorded", "Recorded with a gang", function(_, d) return d.group.gang.size >= 1 end },
    { "role", "As exploited or as a victim", function(n) return n.gang.role == "exploited" or n.gang.role == "victim" end },
  },
}

local function child(n)
  return n.age < param.adult_age
end

local function for_the_gang_team(n, d)
  return d.met.takes_part and d.band.risk ~= "green" and not custody.now(n)
end

local function why()
  return "a core or full member of a gang, by crimes of their own, and not green"
end

tasking {
  { "safeguarding", "Safeguarding referral: exploited or harmed by a gang, or a child recorded with one", source = document,
    note = "The document says that many of those recorded with a gang were children. A child with a gang may be exploited by it: ours.",
    when = function(n, d) return d.met.harmed_by_gang or (child(n) and d.group.gang.size >= 1) end,
    because = function(n, d)
      return d.met.harmed_by_gang and "recorded with a gang as exploited or as a victim" or "a child recorded with a gang"
    end,
    owner = "safeguarding_lead", due = days(param.protect_days), priority = "high", every = months(param.protect_months) },
  { "gang_visit", "Visit with the gang team, and an offer to leave the gang", before = "review",
    source = document, note = "The document asks for interventions of its own for gang cases: this one is ours.",
    when = function(n, d) return for_the_gang_team(n, d) and not child(n) end, because = why,
    enforcement = true, owner = "gang_team", due = days(param.gang_visit_days), every = months(param.gang_visit_months) },
  { "gang_child_plan", "Plan with the child, the family and the youth offending team, and an offer to leave the gang", before = "review",
    source = document, note = "Instead of the visit, which is for adults: ours.",
    when = function(n, d) return for_the_gang_team(n, d) and child(n) end, because = why,
    owner = "youth_offending_team", due = days(param.gang_visit_days), every = months(param.gang_visit_months) },
}
