local custody = require "common.custody"

local document = "SPCB 4 July 2017, item 8"
local recent_reviews = filter { within = months(param.review_months) }
local to_treatment = filter { service = "drug_treatment", outcome = { "pending", "accepted", "started", "completed" } }
local to_volunteering = filter { service = "supported_volunteering", outcome = { "pending", "accepted", "started", "completed" } }
local to_course = filter { service = "young_people_course", outcome = { "pending", "accepted", "started", "completed" } }
local to_youth_court = filter { service = "youth_court_offer", within = months(param.offer_months) }

local function release_is_near(n)
  return custody.now(n) and n.release_date - as_of <= param.release_days
end

local function without_review(n)
  return n:has "cohort" and n.cohort.since < as_of - months(param.review_months) and not n.reviews:any(recent_reviews)
end

local function of_course_age(n)
  return n.age >= param.course_from and n.age <= param.course_to
end

tasking {
  { "safeguarding", "Safeguarding referral", source = document .. ", paragraph 3",
    note = "The document names the gang unit, and no safeguards: they are ours.",
    when = function(_, d) return d.met.safeguards end,
    because = function() return "to be protected before anything else" end,
    owner = "safeguarding_lead", due = days(param.protect_days), priority = "high", every = months(param.protect_months) },
  { "joint_plan", "Plan by all agencies", source = document .. ", paragraph 10",
    when = function(_, d) return d.table.tier == "Tier 1" end,
    because = function() return "in Tier 1" end,
    owner = "local_unit", due = days(param.plan_days), priority = "high", every = months(param.plan_months) },
  { "visit", "Visit by the offender manager", source = document .. ", paragraph 10",
    when = function(n, d) return not custody.now(n) and (d.table.tier == "Tier 1" or d.table.tier == "Tier 2") end,
    because = function(_, d) return "in " .. d.table.tier end,
    owner = "offender_manager", due = days(param.plan_days), every = months(param.visit_months) },
  { "contact", "Contact by the offender manager", source = document .. ", paragraph 10",
    when = function(n, d) return not custody.now(n) and d.table.tier == "Tier 3" end,
    because = function() return "in Tier 3" end,
    owner = "offender_manager", due = days(param.offer_days), every = months(param.contact_months) },
  { "drug_treatment", "Refer to drug treatment", source = document .. ", paragraph 3",
    when = function(n, d) return d.met.drug_dependent and not n.referrals:any(to_treatment) end,
    because = function() return "a marked drug need, and not referred yet" end,
    owner = "offender_manager", due = days(param.plan_days), every = months(param.offer_months) },

  { "gang_exit", "Offer of a way out of the gang", source = document .. ", paragraph 3",
    when = function(_, d) return d.met.gang_unit end,
    because = function() return "for the gang unit, for crimes of their own" end,
    owner = "gang_unit", due = days(param.offer_days), every = months(param.plan_months) },
  { "gang_enforcement", "Joint enforcement by the gang unit", source = document .. ", paragraph 3",
    when = function(n, d) return d.met.gang_enforcement and not custody.now(n) end,
    because = function() return "rated red, for violence or robbery of their own" end,
    enforcement = true, owner = "gang_unit", due = days(param.plan_days), priority = "high", every = months(param.visit_months) },

  { "youth_plan", "Joint plan with the child, the family and the Youth Offending Team", source = document .. ", paragraph 25",
    when = function(_, d) return d.met.joint_youth end,
    because = function() return "managed jointly with the Youth Offending Team" end,
    owner = "youth_offender_manager", due = days(param.plan_days), every = months(param.plan_months) },
  { "youth_court_offer", "Ask for the youth court's support before the hearing", source = document .. ", paragraph 28",
    note = "The document tells of a project that is widening the offer; up to which age is illustrative. The court decides.",
    when = function(n, d) return d.met.youth_court and not n.referrals:any(to_youth_court) end,
    because = function(n) return "a young man, charged, and living in " .. n.borough end,
    owner = "youth_offender_manager", due = days(param.plan_days), every = months(param.offer_months) },
  { "resettlement", "Resettlement: plan with prison and probation", source = document .. ", paragraph 17",
    when = release_is_near, because = function(n) return "to be released on " .. tostring(n.release_date) end,
    owner = "resettlement_team", due = days(param.offer_days), every = months(param.plan_months) },
  { "supported_volunteering", "Offer supported volunteering", source = document .. ", paragraph 40",
    when = function(n)
      return param.volunteering_areas[n.borough] and n.age >= param.adult_age and not custody.now(n)
        and n.needs.ete >= param.marked_need and not n.referrals:any(to_volunteering)
    end,
    because = function() return "a marked need for work, education or training" end,
    owner = "offender_manager", due = days(param.offer_days), every = months(param.offer_months) },
  { "young_people_course", "Offer the young people's course", source = document .. ", paragraph 43",
    when = function(n) return of_course_age(n) and not custody.now(n) and n.needs.ete >= param.course_need and not n.referrals:any(to_course) end,
    because = function(n) return "aged " .. n.age .. ", with a need for work, education or training" end,
    owner = "offender_manager", due = days(param.offer_days), every = months(param.offer_months) },
  { "review", "Review by all partners", source = document .. ", paragraph 10",
    when = without_review,
    because = function() return "no review in " .. param.review_months .. " months" end,
    owner = "local_unit", due = days(param.offer_days), every = months(param.review_months) },
}
