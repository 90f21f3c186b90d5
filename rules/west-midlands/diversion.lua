-- Ways round the court: New Chance for women, and the pathways of an out-of-court disposal.
local new_chance = "SPCB 4 July 2017, item 8, paragraph 19"
local disposals = "SPCB 4 July 2017, item 8, paragraphs 33 to 36"

local undecided = filter { outcome = "arrested", within = months(param.matter_months) }
local too_grave = filter {
  type = { "robbery", "burglary_dwelling", "sexual", "weapon", "arson", "drugs_supply" },
  outcome = "arrested", within = months(param.matter_months),
}
local convicted_lately = filter { outcome = "convicted", within = months(param.clear_months) }

criteria "new_chance" {
  title = "New Chance",
  source = new_chance,
  note = "That a matter must be waiting for a decision is our reading: diversion is from prosecution.",
  all = {
    { "area", "Lives where New Chance works", function(n) return param.new_chance_areas[n.borough] end },
    { "age", "Aged " .. param.new_chance_from .. " to " .. param.new_chance_to,
      function(n) return n.age >= param.new_chance_from and n.age <= param.new_chance_to end },
    { "no_conviction", "No previous conviction", function(n) return n.convictions_total == 0 end },
    { "few_arrests", "Arrests: " .. param.new_chance_arrests .. " or fewer",
      function(n) return n.arrests_total <= param.new_chance_arrests end },
    { "woman", "A woman", function(n) return n.sex == "female" end },
    { "matter", "Arrested in the last " .. param.matter_months .. " months, and not yet charged",
      function(n) return n.offences:any(undecided) end },
  },
}

criteria "pathway_alcohol" {
  title = "Pathway: alcohol", source = disposals,
  all = { { "need", "Alcohol among the causes", function(n) return n.needs.alcohol >= param.pathway_need end } },
}

criteria "pathway_drugs" {
  title = "Pathway: drugs", source = disposals,
  all = { { "need", "Drugs among the causes", function(n) return n.needs.drugs >= param.pathway_need end } },
}

criteria "pathway_mental_health" {
  title = "Pathway: mental health", source = disposals,
  all = { { "need", "Mental health among the causes", function(n) return n.needs.mental_health >= param.pathway_need end } },
}

criteria "pathway_gambling" {
  title = "Pathway: gambling", source = disposals,
  all = { { "need", "Gambling among the causes", function(n) return n.here.gambling end } },
}

criteria "pathway_debt" {
  title = "Pathway: debt", source = disposals,
  all = { { "need", "Debt among the causes", function(n) return n.needs.finance >= param.pathway_need end } },
}

criteria "pathway_homelessness" {
  title = "Pathway: homelessness", source = disposals,
  all = { { "need", "Homelessness among the causes", function(n) return n.needs.accommodation >= param.pathway_need end } },
}

criteria "out_of_court" {
  title = "Out-of-court disposal with a pathway",
  source = disposals,
  note = "The document leaves suitability to trained officers: months and crimes left out are illustrative.",
  all = {
    { "adult_resident", "An adult of the area", function(_, d) return d.met.adult_resident end },
    { "matter", "Arrested in the last " .. param.matter_months .. " months, and not yet charged",
      function(n) return n.offences:any(undecided) end },
    { "not_grave", "Not for robbery, dwelling burglary, a weapon, arson, drug supply or a sexual offence",
      function(n) return not n.offences:any(too_grave) end },
    { "clear", "No conviction for a crime of the last " .. param.clear_months .. " months",
      function(n) return not n.offences:any(convicted_lately) end },
    { "not_priority", "Neither red nor amber, and low or medium risk of harm", function(_, d) return not d.met.priority end },
    any = {
      { "alcohol", "Alcohol", function(_, d) return d.met.pathway_alcohol end },
      { "drugs", "Drugs", function(_, d) return d.met.pathway_drugs end },
      { "mental_health", "Mental health", function(_, d) return d.met.pathway_mental_health end },
      { "gambling", "Gambling", function(_, d) return d.met.pathway_gambling end },
      { "debt", "Debt", function(_, d) return d.met.pathway_debt end },
      { "homelessness", "Homelessness", function(_, d) return d.met.pathway_homelessness end },
    },
  },
}
