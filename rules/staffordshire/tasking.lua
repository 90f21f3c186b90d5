local rag = require "common.rag"
local custody = require "common.custody"

local risk_scores = filter { matrix = "risk" }
local recent_scores = filter { matrix = "risk", within = months(param.reassess_months) }
local recent_reviews = filter { within = months(param.review_months) }

local function marked_wanted(n)
  local last = n.scores:latest(risk_scores)
  return last ~= nil and rag.flagged(last, "W")
end

local function exploited(n)
  return n:has "gang" and (n.gang.role == "exploited" or n.gang.role == "victim")
end

local function release_is_near(n)
  return custody.now(n) and n.release_date - as_of <= param.release_days
end

tasking {
  { "safeguarding", "Safeguarding referral: exploited by a gang", when = exploited,
    owner = "safeguarding_lead", due = days(2), priority = "high", every = months(3) },
  { "wanted", "Wanted: find and arrest", source = "Keele 2014, chapter 3",
    when = function(n, d) return marked_wanted(n) and not custody.now(n) and d.band.risk == "red" end,
    because = function() return "marked as wanted beside the latest score, and rated red today" end,
    enforcement = true, owner = "field_officer", due = days(1), priority = "high", every = months(1) },
  { "reassess", "New risk score: the last is over " .. param.reassess_months .. " months old", source = "Keele 2014, chapter 3",
    when = function(n) return not custody.now(n) and not n.scores:any(recent_scores) end,
    owner = "iom_analyst", due = days(2), every = months(1) },
  { "release_plan", "Plan for release, with a visit to the prison", source = "Keele 2014, chapter 3",
    when = release_is_near, because = function(n) return "to be released on " .. tostring(n.release_date) end,
    owner = "field_officer", due = days(14), every = months(3) },
  { "review", "Review by all partners", source = "Keele 2014, chapter 8",
    when = function(n) return not n.reviews:any(recent_reviews) end,
    because = function() return "no review in " .. param.review_months .. " months" end,
    owner = "iom_team", due = days(14), every = months(param.review_months) },
  { "reconsider", "Monitored, but red again: consider for management", source = "Keele 2014, chapter 3",
    when = function(n, d) return n:has "cohort" and n.cohort.category == "monitor" and d.band.risk == "red" end,
    because = function() return "rated red today" end,
    owner = "iom_team", due = days(7), priority = "high", every = months(1) },
}
