local custody = require "common.custody"

local document = "SPCB 4 July 2017, item 8"
local recent_reviews = filter { within = months(param.review_months) }
local to_treatment = filter { service = "drug_treatment", outcome = { "pending", "accepted", "started", "completed" } }
local to_volunteering = filter { service = "supported_volunteering" }
local to_course = filter { service = "young_people_course" }

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
  { "safeguarding", "Safeguarding referral",
    when = function(_, d) return d.met.safeguards end,
    because = function() return "to be protected before anything else" end,
    owner = "safeguarding_lead", due = days(2), priority = "high", every = months(3) },
  { "joint_plan", "Plan by all agencies", source = document .. ", paragraph 10",
    when = function(_, d) return d.table.tier == "Tier 1" end,
    because = function() return "in Tier 1" end,
    owner = "local_unit", due = days(7), priority = "high", every = months(3) },
  { "visit", "Visit by the offender manager", source = document .. ", paragraph 10",
    when = function(n, d) return not custody.now(n) and (d.table.tier == "Tier 1" or d.table.tier == "Tier 2") end,
    because = function(_, d) return "in " .. d.table.tier end,
    owner = "offender_manager", due = days(7), every = months(1) },
  { "contact", "Contact by the offender manager", source = document .. ", paragraph 10",
    when = function(n, d) return not custody.now(n) and d.table.tier == "Tier 3" end,
    because = function() return "in Tier 3" end,
    owner = "offender_manager", due = days(14), every = months(2) },
  { "drug_treatment", "Refer to drug treatment", source = document .. ", paragraph 3",
    when = function(n, d) return d.met.drug_dependent and not n.referrals:any(to_treatment) end,
    because = function() return "a marked drug need, and not referred yet" end,
    owner = "offender_manager", due = days(7), every = months(6) },

  { "gang_exit", "Offer of a way out of the gang", source = document .. ", paragraph 3",
    when = function(_, d) return d.met.gang_unit end,
    owner = "gang_unit", due = days(14), every = months(3) },
  { "gang_enforcement", "Joint enforcement by the gang unit", source = document .. ", paragraph 3",
    when = function(n, d) return d.met.gang_enforcement and not custody.now(n) end,
    because = function() return "rated red, for violence or robbery of their own" end,
    enforcement = true, owner = "gang_unit", due = days(7), priority = "high", every = months(1) },

  { "youth_plan", "Joint plan with the child, the family and the Youth Offending Team", source = document .. ", paragraph 25",
    when = function(_, d) return d.met.joint_youth end,
    owner = "youth_offender_manager", due = days(7), every = months(3) },
  { "resettlement", "Resettlement: plan with prison and probation", source = document .. ", paragraph 17",
    when = release_is_near, because = function(n) return "to be released on " .. tostring(n.release_date) end,
    owner = "resettlement_team", due = days(14), every = months(3) },
  { "supported_volunteering", "Offer supported volunteering", source = document .. ", paragraph 40",
    when = function(n)
      return param.volunteering_areas[n.borough] and n.age >= param.adult_age and not custody.now(n)
        and n.needs.ete >= param.marked_need and not n.referrals:any(to_volunteering)
    end,
    because = function() return "a marked need for work, education or training" end,
    owner = "offender_manager", due = days(14), every = months(6) },
  { "young_people_course", "Offer the young people's course", source = document .. ", paragraph 43",
    when = function(n) return of_course_age(n) and not custody.now(n) and n.needs.ete >= param.course_need and not n.referrals:any(to_course) end,
    because = function(n) return "aged " .. n.age .. ", with a need for work, education or training" end,
    owner = "offender_manager", due = days(14), every = months(6) },
  { "review", "Review by all partners", source = document .. ", paragraph 10",
    when = without_review,
    because = function() return "no review in " .. param.review_months .. " months" end,
    owner = "local_unit", due = days(14), every = months(param.review_months) },
}
