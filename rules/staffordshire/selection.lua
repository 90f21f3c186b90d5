local custody = require "common.custody"

local document = "Keele 2014, chapter 3"
local settled_path = "Keele 2014, chapter 8: a clear pathway to de-selection for both statutory and non-statutory participants"

local settled = months(param.settled_months)
local settled_statutory = months(param.settled_months_statutory)

-- Red and amber scores are never given in prison; green ones may be, and those do not count.
local raised = filter { matrix = "risk", band = { "red", "amber" }, within = settled }
local green = filter { matrix = "risk", band = "green", within = settled }
local green_in_prison = filter { matrix = "risk", band = "green", flags = "P", within = settled }
local raised_statutory = filter { matrix = "risk", band = { "red", "amber" }, within = settled_statutory }
local green_statutory = filter { matrix = "risk", band = "green", within = settled_statutory }
local green_in_prison_statutory = filter { matrix = "risk", band = "green", flags = "P", within = settled_statutory }

local function resident(n)
  return param.area[n.borough]
end

local function accepted(n, d, strand)
  return resident(n) and d.met.acquisitive_crime and d.class.strand == strand and d.band.sac ~= "monitor"
end

local function why_monitored(_, d)
  if d.met.acquisitive_crime then return "The score for serious acquisitive crime is below Target." end
  return "The score is enough, and there is no burglary, robbery or theft brought to court in " .. param.crime_months .. " months."
end

local function is_settled(n)
  return not custody.now(n) and not n.scores:any(raised)
    and n.scores:count(green) - n.scores:count(green_in_prison) >= param.settled_scores
end

local function is_settled_statutory(n)
  return not custody.now(n) and not n.scores:any(raised_statutory)
    and n.scores:count(green_statutory) - n.scores:count(green_in_prison_statutory) >= param.settled_scores
end

local function keeps_too_few_appointments(n)
  local engagement = n.engagement
  return engagement.offered >= param.enough_offered
    and engagement.attended * 100 < engagement.offered * param.least_engagement
end

selection {
  { "young_offender", "Deter Young Offenders", source = document, category = "dyo",
    when = function(n, d) return n.statutory and accepted(n, d, "young") end },
  { "young_offender_target", "Deter Young Offenders Target: under no court order", source = document, category = "dyo_target",
    when = function(n, d) return accepted(n, d, "young") end },
  { "custody_diversion", "Custody Diversion", source = document, category = "cud",
    when = function(n, d) return n.statutory and accepted(n, d, "diversion") end },
  { "custody_diversion_target", "Custody Diversion Target: under no court order", source = document, category = "cud_target",
    when = function(n, d) return accepted(n, d, "diversion") end },
  { "ppo", "Prolific and other priority offender", source = document, category = "ppo",
    when = function(n, d) return n.statutory and accepted(n, d, "adult") and d.band.sac == "ppo" end },
  { "ppo_target", "PPO Target: under no court order", source = document, category = "ppo_target",
    when = function(n, d) return accepted(n, d, "adult") and d.band.sac == "ppo" end },
  { "target", "Target", source = document, category = "target",
    when = function(n, d) return accepted(n, d, "adult") and d.band.sac == "target" end },
  { "monitor", "Not enough for a place: monitor", source = document, action = "monitor",
    note = "The document says: rejected, or Monitor. Which of the two is ours: one of score and crime is needed for Monitor, both for a place.",
    when = function(n, d) return resident(n) and d.met.acquisitive_crime == (d.band.sac == "monitor") end,
    because = why_monitored },
}

deselection {
  { "moved", "No longer lives in the area", source = document, note = "The document sets a score for each area, and no rule for moving: this one is ours.",
    when = function(n) return not resident(n) end },
  { "leave", "On Monitor, low risk (green) for " .. param.settled_months .. " months, and under no court order: leaves", source = settled_path,
    when = function(n) return not n.statutory and n.cohort.category == "monitor" and is_settled(n) end },
  { "leave_statutory", "On Monitor, low risk (green) for " .. param.settled_months_statutory .. " months: leaves, and stays with probation",
    source = settled_path,
    when = function(n) return n.statutory and n.cohort.category == "monitor" and is_settled_statutory(n) end },
  { "to_monitor", "Low risk (green) for " .. param.settled_months .. " months: moves to Monitor", source = settled_path, to = "monitor",
    when = function(n) return n.cohort.category ~= "monitor" and is_settled(n) end },
  { "not_engaging", "Not yet ready to change, and keeps too few appointments", source = "Keele 2014, chapters 6 and 8",
    when = function(n, d)
      return not custody.now(n) and keeps_too_few_appointments(n) and d.class.readiness == "not_yet_ready" and d.band.risk ~= "red"
    end },
}
