local custody = require "common.custody"

local document = "SPCB 4 July 2017, item 8"
local way_out = "The document puts effort where the risk is highest, and gives no rule for leaving: this one is ours."
local settled = months(param.settled_months)

-- Red and amber scores are never given in prison; green ones may be, and those do not count.
local raised = filter { matrix = "risk", band = { "red", "amber" }, within = settled }
local green = filter { matrix = "risk", band = "green", within = settled }
local green_in_prison = filter { matrix = "risk", band = "green", flags = "P", within = settled }

local completed = filter { outcome = "completed" }
local under_way = filter { outcome = { "pending", "accepted", "started" } }

local own_term = { youth = true, new_chance = true, out_of_court = true }

local function diverted(n)
  return n.cohort.category == "new_chance" or n.cohort.category == "out_of_court"
end

local function is_settled(n)
  return not custody.now(n) and not n.scores:any(raised)
    and n.scores:count(green) - n.scores:count(green_in_prison) >= param.settled_scores
end

local function plan_completed(n)
  local last = n.referrals:latest(completed)
  return last ~= nil and last.date >= n.cohort.since and not n.referrals:any(under_way)
end

selection {
  { "youth", "Youth Offender Manager, jointly with the Youth Offending Team", source = document .. ", paragraph 25", category = "youth",
    when = function(_, d) return d.met.joint_youth end },
  { "new_chance", "New Chance: needs assessed instead of prosecution", source = document .. ", paragraph 19", category = "new_chance",
    when = function(_, d) return d.met.new_chance end },
  { "support_first", "Exploited or harmed by a gang: support before anything else", source = document .. ", paragraph 3", category = "support_first",
    note = "Ours. Chosen for what they did, as anybody else; being exploited decides only how they are met.",
    when = function(_, d) return d.met.harmed_by_gang and d.met.any_scheme and d.met.priority end },
  { "gang_unit", "Gang unit", source = document .. ", paragraph 3", category = "gang_unit",
    when = function(_, d) return d.met.gang_unit and d.met.priority end },
  { "hccu", "High crime causing user", source = document .. ", paragraph 3", category = "hccu",
    when = function(_, d) return d.met.hccu and d.met.priority end },
  { "violent", "Violent or organised crime", source = document .. ", paragraph 9", category = "violent",
    when = function(_, d) return d.met.violent and d.met.priority end },
  { "acquisitive", "Serious acquisitive crime", source = document .. ", paragraphs 3 and 4", category = "acquisitive",
    when = function(_, d) return d.met.acquisitive and d.met.priority end },
  { "drug_dependent", "Drug dependent", source = document .. ", paragraph 3", category = "drug_dependent",
    when = function(_, d) return d.met.drug_dependent and d.met.priority end },
  { "out_of_court", "Out-of-court disposal with a pathway", source = document .. ", paragraphs 33 to 36", category = "out_of_court",
    when = function(_, d) return d.met.out_of_court end },
  { "watch", "Fits a scheme, but neither red nor amber: monitor", source = document .. ", paragraph 10", action = "monitor",
    when = function(_, d) return d.met.any_scheme end },
}

deselection {
  { "moved", "No longer lives in the area", source = document .. ", paragraph 10", note = "The document has a unit for each area, and no rule for moving: this one is ours.",
    when = function(n) return not param.area[n.borough] end },
  { "grown_up", "Now " .. param.adult_age .. ": handed over to services for adults", source = document .. ", paragraph 25",
    when = function(n) return n.cohort.category == "youth" and n.age >= param.adult_age end },
  { "joint_ended", "No longer managed jointly with the Youth Offending Team", source = document .. ", paragraph 25",
    when = function(n, d) return n.cohort.category == "youth" and not d.met.joint_youth end },
  { "plan_completed", "Pathway completed", source = document .. ", paragraph 35",
    when = function(n) return diverted(n) and plan_completed(n) end },
  { "diversion_over", "On diversion for " .. param.diversion_months .. " months", source = document .. ", paragraph 35",
    when = function(n) return diverted(n) and n.cohort.since < as_of - months(param.diversion_months) end },
  { "gang_harmed", "Found to be exploited or harmed by the gang: support first", source = document .. ", paragraph 3", note = "Ours.", to = "support_first",
    when = function(n, d) return n.cohort.category == "gang_unit" and d.met.harmed_by_gang end },
  { "gang_moved", "The gang unit's criteria no longer hold: managed by the local unit", source = document .. ", paragraph 3", to = "local_unit",
    when = function(n, d) return n.cohort.category == "gang_unit" and not d.met.gang_unit and d.met.priority end },
  { "gang_over", "The gang unit's criteria no longer hold, and neither red nor amber: moves to Monitor", source = document .. ", paragraph 3", to = "monitor",
    when = function(n, d) return n.cohort.category == "gang_unit" and not d.met.gang_unit end },
  { "leave", "On Monitor, and low risk (green) for " .. param.settled_months .. " months: leaves", source = document .. ", paragraph 10", note = way_out,
    when = function(n) return n.cohort.category == "monitor" and is_settled(n) end },
  { "to_monitor", "Low risk (green) for " .. param.settled_months .. " months: moves to Monitor", source = document .. ", paragraph 10", note = way_out, to = "monitor",
    when = function(n) return n.cohort.category ~= "monitor" and not own_term[n.cohort.category] and is_settled(n) end },
}
