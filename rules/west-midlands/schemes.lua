-- Which schemes of offender management fit a person. One person may fit several.
local document = "SPCB 4 July 2017, item 8"

local charged_lately = filter { outcome = "charged", within = months(param.matter_months) }

local function dependent(n)
  return n.needs.drugs >= param.marked_need
end

criteria "adult_resident" {
  title = "An adult of the area",
  source = document .. ", paragraph 10",
  all = {
    { "adult", "Aged " .. param.adult_age .. " or over", function(n) return n.age >= param.adult_age end },
    { "resident", "Lives in the area of a local unit", function(n) return param.area[n.borough] end },
  },
}

criteria "priority" {
  title = "High enough for management",
  source = document .. ", paragraph 10",
  any = {
    { "risk", "Rated red or amber", function(_, d) return d.band.risk ~= "green" end },
    { "harm", "High or very high risk of harm",
      function(n) return n.risk_of_harm == "high" or n.risk_of_harm == "very_high" end },
  },
}

criteria "hccu" {
  title = "High crime causing user",
  source = document .. ", paragraph 3",
  note = "The document gives the name only: what it takes is illustrative.",
  all = {
    { "adult_resident", "An adult of the area", function(_, d) return d.met.adult_resident end },
    { "drugs", "Marked drug need", dependent },
    { "crimes", param.hccu_crimes .. " crimes or more in " .. param.crime_months .. " months",
      function(n) return n.offences:count(crimes.any) >= param.hccu_crimes end },
  },
}

criteria "violent" {
  title = "Violent or organised crime",
  source = document .. ", paragraph 9",
  note = "What it takes is illustrative.",
  all = {
    { "adult_resident", "An adult of the area", function(_, d) return d.met.adult_resident end },
    { "crimes", "Violent or organised crimes: " .. param.violent_crimes .. " or more in " .. param.crime_months .. " months",
      function(n) return n.offences:count(crimes.violent) >= param.violent_crimes end },
  },
}

criteria "acquisitive" {
  title = "Serious acquisitive crime",
  source = document .. ", paragraphs 3 and 4",
  note = "What it takes is illustrative.",
  all = {
    { "adult_resident", "An adult of the area", function(_, d) return d.met.adult_resident end },
    { "crimes", "Serious acquisitive crimes: " .. param.acquisitive_crimes .. " or more in " .. param.crime_months .. " months",
      function(n) return n.offences:count(crimes.acquisitive) >= param.acquisitive_crimes end },
  },
}

criteria "drug_dependent" {
  title = "Drug dependent",
  source = document .. ", paragraph 3",
  note = "Nobody is chosen for dependence alone: a crime brought to court is needed.",
  all = {
    { "adult_resident", "An adult of the area", function(_, d) return d.met.adult_resident end },
    { "drugs", "Marked drug need", dependent },
    { "crime", "A crime in " .. param.crime_months .. " months", function(n) return n.offences:any(crimes.any) end },
  },
}

criteria "any_scheme" {
  title = "In one of the schemes for adults",
  source = document .. ", paragraph 3",
  any = {
    { "hccu", "High crime causing user", function(_, d) return d.met.hccu end },
    { "violent", "Violent or organised crime", function(_, d) return d.met.violent end },
    { "acquisitive", "Serious acquisitive crime", function(_, d) return d.met.acquisitive end },
    { "drug_dependent", "Drug dependent", function(_, d) return d.met.drug_dependent end },
  },
}

criteria "youth_court" {
  title = "The youth court's support, for a young man before the court",
  source = document .. ", paragraph 28",
  note = "The document says: males aged into their 20s. Up to which age is illustrative.",
  all = {
    { "area", "Lives where it is offered", function(n) return param.youth_court_areas[n.borough] end },
    { "age", "Aged " .. param.adult_age .. " to " .. param.youth_court_to,
      function(n) return n.age >= param.adult_age and n.age <= param.youth_court_to end },
    { "male", "Male", function(n) return n.sex == "male" end },
    { "charged", "Charged in the last " .. param.matter_months .. " months", function(n) return n.offences:any(charged_lately) end },
  },
}

criteria "joint_youth" {
  title = "Managed jointly with the Youth Offending Team",
  source = document .. ", paragraph 25",
  all = {
    { "resident", "Lives in the area of a local unit", function(n) return param.area[n.borough] end },
    { "child", "Aged " .. param.youngest .. " to " .. param.adult_age - 1,
      function(n) return n.age >= param.youngest and n.age < param.adult_age end },
    { "team", "With the Youth Offending Team", function(n) return n.managing_agency == "YOT" end },
    { "agreed", "Joint management agreed", function(n) return n.here.joint_management end },
  },
}
