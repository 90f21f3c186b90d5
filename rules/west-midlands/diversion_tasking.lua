-- What is asked for people who are diverted from court, and for nobody else.
local new_chance = "SPCB 4 July 2017, item 8, paragraphs 19 to 21"
local disposals = "SPCB 4 July 2017, item 8, paragraphs 33 to 36"

-- A referral from before a diversion as long as they last belongs to an earlier one.
local this_diversion = months(param.diversion_months)

local to_new_chance = filter { service = "new_chance", within = this_diversion }
local to_victim_support = filter { service = "victim_support", within = this_diversion }
local to_alcohol = filter { service = "alcohol", within = this_diversion }
local to_drugs = filter { service = "drugs", within = this_diversion }
local to_mental_health = filter { service = "mental_health", within = this_diversion }
local to_gambling = filter { service = "gambling", within = this_diversion }
local to_debt = filter { service = "debt", within = this_diversion }
local to_homelessness = filter { service = "homelessness", within = this_diversion }
local to_victim_awareness = filter { service = "victim_awareness", within = this_diversion }

local function on_new_chance(n, d)
  if n:has "cohort" then return n.cohort.category == "new_chance" end
  return d.met.new_chance
end

local function on_diversion(n, d)
  if n:has "cohort" then return n.cohort.category == "new_chance" or n.cohort.category == "out_of_court" end
  return d.met.new_chance or d.met.out_of_court
end

-- Women on New Chance have a plan of their own.
local function out_of_court(n, d)
  if n:has "cohort" then return n.cohort.category == "out_of_court" end
  return d.met.out_of_court and not d.met.new_chance
end

local function broken_off_since_joining(n)
  local last = n.referrals:latest()
  return last ~= nil and last.date >= n.cohort.since and (last.outcome == "refused" or last.outcome == "withdrawn")
end

tasking {
  { "new_chance", "Assess all needs, and agree a plan of support", source = new_chance,
    when = function(n, d) return on_new_chance(n, d) and not n.referrals:any(to_new_chance) end,
    because = function() return "diverted from prosecution, and not assessed yet" end,
    owner = "new_chance_team", due = days(param.assessment_days), priority = "high", every = months(param.offer_months) },
  { "victim_support", "Offer support as a victim", source = new_chance,
    when = function(n, d) return on_new_chance(n, d) and n.victim and not n.referrals:any(to_victim_support) end,
    because = function() return "recorded as a victim" end,
    owner = "new_chance_team", due = days(param.assessment_days), every = months(param.offer_months) },
  { "pathway_alcohol", "Refer to the alcohol pathway", source = disposals,
    when = function(n, d) return on_diversion(n, d) and d.met.pathway_alcohol and not n.referrals:any(to_alcohol) end,
    because = function() return "alcohol among the causes" end,
    owner = "intervention_team", due = days(param.offer_days), every = months(param.offer_months) },
  { "pathway_drugs", "Refer to the drugs pathway", source = disposals,
    when = function(n, d) return on_diversion(n, d) and d.met.pathway_drugs and not n.referrals:any(to_drugs) end,
    because = function() return "drugs among the causes" end,
    owner = "intervention_team", due = days(param.offer_days), every = months(param.offer_months) },
  { "pathway_mental_health", "Refer to the mental health pathway", source = disposals,
    when = function(n, d) return on_diversion(n, d) and d.met.pathway_mental_health and not n.referrals:any(to_mental_health) end,
    because = function() return "mental health among the causes" end,
    owner = "intervention_team", due = days(param.offer_days), every = months(param.offer_months) },
  { "pathway_gambling", "Refer to the gambling pathway", source = disposals,
    when = function(n, d) return on_diversion(n, d) and d.met.pathway_gambling and not n.referrals:any(to_gambling) end,
    because = function() return "gambling among the causes" end,
    owner = "intervention_team", due = days(param.offer_days), every = months(param.offer_months) },
  { "pathway_debt", "Refer to the debt pathway", source = disposals,
    when = function(n, d) return on_diversion(n, d) and d.met.pathway_debt and not n.referrals:any(to_debt) end,
    because = function() return "debt among the causes" end,
    owner = "intervention_team", due = days(param.offer_days), every = months(param.offer_months) },
  { "pathway_homelessness", "Refer to the homelessness pathway", source = disposals,
    when = function(n, d) return on_diversion(n, d) and d.met.pathway_homelessness and not n.referrals:any(to_homelessness) end,
    because = function() return "homelessness among the causes" end,
    owner = "intervention_team", due = days(param.offer_days), every = months(param.offer_months) },
  { "victim_awareness", "Offer the Victim Awareness Course", source = "SPCB 4 July 2017, item 8, paragraphs 42 and 46",
    when = function(n, d) return out_of_court(n, d) and not n.referrals:any(to_victim_awareness) end,
    because = function() return "on an out-of-court disposal, and not offered yet" end,
    owner = "intervention_team", due = days(param.offer_days), every = months(param.offer_months) },
  { "broken_off", "Ask why a pathway was broken off, before anybody decides on a charge", source = disposals,
    when = function(n, d) return n:has "cohort" and on_diversion(n, d) and broken_off_since_joining(n) end,
    because = function() return "the last referral was refused or withdrawn" end,
    owner = "intervention_team", due = days(param.plan_days), every = months(param.ask_months) },
}
