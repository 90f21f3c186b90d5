-- The gang unit. What a person did decides, never whom the person knows: the rules read no list of associates.
local document = "SPCB 4 July 2017, item 8, paragraph 3"

group "gang" {
  title = "Named gang",
  source = document,
  key = function(n) return n.gang.name end,
}

-- A link of long ago still protects: being exploited does not lapse because nobody confirmed it.
criteria "harmed_by_gang" {
  title = "Exploited or harmed by a gang", source = document, note = "The document names the unit, and no safeguards: they are ours.",
  all = {
    { "recorded", "Recorded with a gang", function(_, d) return d.group.gang.size >= 1 end },
    { "role", "As exploited or as a victim", function(n) return n.gang.role == "exploited" or n.gang.role == "victim" end },
  },
}

criteria "safeguards" {
  title = "To be protected before anything else", source = document, note = "The document names the unit, and no safeguards: they are ours.",
  any = {
    { "harmed", "Exploited or harmed by a gang", function(_, d) return d.met.harmed_by_gang end },
    { "concern", "A safeguarding concern is open", function(n) return n.safeguarding end },
  },
}

criteria "gang_unit" {
  title = "For the gang unit",
  source = document,
  note = "The document names the unit. What it takes, and the safeguards, are ours.",
  all = {
    { "adult", "Aged " .. param.adult_age .. " or over", function(n) return n.age >= param.adult_age end },
    { "unit", "Lives where there is a gang unit", function(n) return param.gang_areas[n.borough] end },
    { "people", "Recorded with a gang of " .. param.gang_people .. " people or more",
      function(_, d) return d.group.gang.size >= param.gang_people end },
    { "role", "As a core or full member, not on its edge and not harmed by it",
      function(n) return n.gang.role == "core" or n.gang.role == "member" end },
    { "confirmed", "Confirmed in the last " .. param.gang_months .. " months",
      function(n) return n.gang.last_confirmed >= as_of - months(param.gang_months) end },
    { "own_crime", "Violent or organised crime, or robbery, of one's own in " .. param.crime_months .. " months",
      function(n) return n.offences:count(crimes.of_a_gang) >= param.gang_crimes end },
  },
}

criteria "gang_enforcement" {
  title = "May be met with enforcement by the gang unit", source = document,
  note = "Ours. An open safeguarding concern, and being a victim, come first. Where either is not known, nothing is asked for.",
  all = {
    { "gang_unit", "For the gang unit", function(_, d) return d.met.gang_unit end },
    { "risk", "Rated red", function(_, d) return d.band.risk == "red" end },
    { "no_safeguards", "No safeguarding concern, and not harmed by a gang", function(_, d) return not d.met.safeguards end },
    { "no_victim", "Not a victim", function(n) return not n.victim end },
  },
}
