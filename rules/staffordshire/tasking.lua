local rag = require "common.rag"
local custody = require "common.custody"

local risk_scores = filter { matrix = "risk" }
local recent_scores = filter { matrix = "risk", within = months(param.reassess_months) }
local recent_reports = filter { within = months(param.intelligence_months) }
local recent_crimes = filter { outcome = { "convicted", "charged" }, within = months(param.offended_months) }
local recent_reviews = filter { within = months(param.review_months) }

local function marked_wanted(n)
  local last = n.scores:latest(risk_scores)
  return last ~= nil and rag.flagged(last, "W")
end

-- Reports there were, all too old to count in the score, and no score since then.
local function reports_stopped(n)
  local report = n.intelligence:latest()
  if report == nil or n.intelligence:any(recent_reports) then return false end
  local score = n.scores:latest(risk_scores)
  return score == nil or score.date <= report.date + months(param.intelligence_months)
end

local function monitored(n)
  return n:has "cohort" and n.cohort.category == "monitor"
end

local function exploited(n)
  return n:has "gang" and (n.gang.role == "exploited" or n.gang.role == "victim")
end

local function release_is_near(n)
  return custody.now(n) and n.release_date - as_of <= param.release_days
end

tasking {
  { "safeguarding", "Safeguarding referral: exploited or harmed by a gang", source = "Keele 2014, chapter 4, section 6",
    note = "The document asks for specific interventions for gang cases, and names none: this one is ours.", when = exploited,
    because = function() return "recorded with a gang as exploited or as a victim" end,
    owner = "safeguarding_lead", due = days(param.protect_days), priority = "high", every = months(param.protect_months) },
  { "wanted", "Wanted: find and arrest", source = "Keele 2014, chapter 3",
    when = function(n, d) return marked_wanted(n) and not custody.now(n) and d.band.risk == "red" end,
    because = function() return "marked as wanted beside the latest score, and rated red today" end,
    enforcement = true, owner = "field_officer", due = days(param.wanted_days), priority = "high", every = months(param.again_months) },
  { "reassess", "New risk score: the last is too old, or there is none", source = "Keele 2014, chapter 3",
    when = function(n) return not custody.now(n) and not n.scores:any(recent_scores) end,
    because = function() return "no score since " .. tostring(as_of - months(param.reassess_months)) end,
    owner = "iom_analyst", due = days(param.score_days), every = months(param.again_months) },
  { "reports_stopped", "New risk score: intelligence has stopped", source = "Keele 2014, chapter 5",
    note = "The document's software scores again by itself when no intelligence comes. So does this pack, and asks somebody to look.",
    when = function(n) return not custody.now(n) and reports_stopped(n) end,
    because = function() return "no report in " .. param.intelligence_months .. " months, and no score since" end,
    owner = "iom_analyst", due = days(param.score_days), every = months(param.again_months) },
  { "release_plan", "Plan for release, with a visit to the prison", source = "Keele 2014, chapter 3",
    when = release_is_near, because = function(n) return "to be released on " .. tostring(n.release_date) end,
    owner = "field_officer", due = days(param.meeting_days), every = months(param.plan_months) },
  { "review", "Review by all partners", source = "Keele 2014, chapter 8",
    when = function(n) return not n.reviews:any(recent_reviews) end,
    because = function() return "no review in " .. param.review_months .. " months" end,
    owner = "iom_team", due = days(param.meeting_days), every = months(param.review_months) },
  { "reconsider", "Monitored, but red again: consider for management", source = "Keele 2014, chapter 3",
    when = function(n, d) return monitored(n) and d.band.risk == "red" end,
    because = function() return "rated red today" end,
    owner = "iom_team", due = days(param.urgent_days), priority = "high", every = months(param.again_months) },
  { "refer_again", "Monitored, but charged or convicted again: refer again", source = "Keele 2014, chapter 3",
    when = function(n, d) return monitored(n) and n.offences:any(recent_crimes) and d.met.acquisitive_crime and d.band.sac ~= "monitor" end,
    because = function() return "an offence in " .. param.offended_months .. " months, and a score of Target or above" end,
    owner = "iom_team", due = days(param.meeting_days), every = months(param.offended_months) },
}
