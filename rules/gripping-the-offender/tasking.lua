local custody = require "common.custody"

local policing = "Gripping the Offender interim evaluation 2017, section 1, Policing"
local management = "Gripping the Offender interim evaluation 2017, section 1, Offender Management"
local pathways = "Gripping the Offender interim evaluation 2017, section 1, Pathways"
local contact = "Gripping the Offender interim evaluation 2017, section 3, Enhanced services for young adult males"

local risk_scores = filter { matrix = "risk" }
local recent_reds = filter { matrix = "risk", band = "red", within = months(param.long_term_months) }

-- The referrals to a service that stand in the way of a new one: under way or completed, or turned down not long ago.
local function in_the_way(service)
  return {
    filter { service = service, outcome = { "pending", "accepted", "started", "completed" } },
    filter { service = service, outcome = { "refused", "withdrawn" }, within = months(param.retry_months) },
  }
end

local mentoring = in_the_way "mentoring"
local building_bridges = in_the_way "building_bridges"
local right_track = in_the_way "right_track"
local tiger = in_the_way "tiger"
local personalised_budget = in_the_way "personalised_budget"
local mental_health = in_the_way "mental_health"
local employment = in_the_way "employment"

local function may_be_referred(n, referrals)
  return not n.referrals:any(referrals[1]) and not n.referrals:any(referrals[2])
end

local gps_order = filter { kind = "gps_tag" }

local function why_referred()
  return "eligible, with no referral in hand, and none turned down in " .. param.retry_months .. " months"
end

local function rated_red(n)
  local last = n.scores:latest(risk_scores)
  return last ~= nil and last.band == "red"
end

local function why_red(n)
  local last = n.scores:latest(risk_scores)
  return string.format("rated red at %g on %s", last.score, tostring(last.date))
end

local function just_released(n)
  return n.release_date >= as_of - months(param.weekly_months)
end

tasking {
  { "intel_plan", "Intelligence development plan", when = rated_red, because = why_red, source = policing,
    owner = "research_hub", due = days(param.plan_days), priority = "high", every = months(param.plan_months) },
  { "pacesetter", "Tasking of the person at the daily pacesetter meetings of this month", source = policing,
    when = function(n) return rated_red(n) and not custody.now(n) end, because = why_red, enforcement = true,
    owner = "local_policing", due = days(param.pacesetter_days), priority = "high", every = months(param.again_months) },
  { "long_term_tasking", "Item for the Tactical Tasking and Co-ordination Group", source = policing,
    when = function(n) return rated_red(n) and n.scores:count(recent_reds) >= param.long_term_reds end,
    because = function(n) return n.scores:count(recent_reds) .. " red scores in " .. param.long_term_months .. " months" end,
    enforcement = true, owner = "local_policing", due = days(param.meeting_days), every = months(param.meeting_months) },

  { "weekly_appointments", "Appointments every week of this month", source = contact,
    when = function(n, d) return d.met.more_contact and just_released(n) end,
    because = function(n) return "released on " .. tostring(n.release_date) end,
    owner = "offender_manager", due = days(param.weekly_days), every = months(param.again_months) },
  { "fortnightly_appointments", "Appointments every fortnight of this month", source = contact,
    when = function(n, d) return d.met.more_contact and not just_released(n) end,
    because = function(n) return "released on " .. tostring(n.release_date) end,
    owner = "offender_manager", due = days(param.fortnightly_days), every = months(param.again_months) },
  { "pre_sentence_report", "Pre-sentence report within " .. param.report_days .. " days of the plea",
    source = "Gripping the Offender interim evaluation 2017, section 3, Pre-sentence report service",
    note = "The record holds no date of plea: the days are counted from the day of the tasking.",
    when = function(n, d) return d.met.pre_sentence_report end,
    because = function() return "in scope, and charged in the last " .. param.report_months .. " months" end,
    owner = "court_officer", due = days(param.report_days), priority = "high", every = months(param.report_months) },
  { "prison_coordination", "Plan release with the prison",
    source = management, when = function(n, d) return d.met.prison_coordination end, because = function() return "in prison" end,
    owner = "prison_coordinator", due = days(param.referral_days), every = months(param.meeting_months) },

  { "mentoring", "Refer to mentoring", source = management,
    when = function(n, d) return d.met.mentoring and may_be_referred(n, mentoring) end, because = why_referred,
    owner = "offender_manager", due = days(param.referral_days), every = months(param.retry_months) },
  { "building_bridges", "Refer to Building Bridges", source = management,
    when = function(n, d) return d.met.building_bridges and may_be_referred(n, building_bridges) end, because = why_referred,
    owner = "offender_manager", due = days(param.referral_days), every = months(param.retry_months) },
  { "right_track", "Refer to Right Track", source = management,
    when = function(n, d) return d.met.right_track and may_be_referred(n, right_track) end, because = why_referred,
    owner = "offender_manager", due = days(param.referral_days), every = months(param.retry_months) },
  { "tiger", "Refer to TIGER", source = management,
    when = function(n, d) return d.met.tiger and may_be_referred(n, tiger) end, because = why_referred,
    owner = "offender_manager", due = days(param.referral_days), every = months(param.retry_months) },
  { "personalised_budget", "Ask for a personalised budget", source = management,
    when = function(n, d) return d.met.personalised_budget and may_be_referred(n, personalised_budget) end, because = why_referred,
    owner = "offender_manager", due = days(param.referral_days), every = months(param.retry_months) },
  { "mental_health", "Refer to the forensic mental health practitioner", source = pathways,
    when = function(n, d) return d.met.mental_health_direct and may_be_referred(n, mental_health) end, because = why_referred,
    owner = "offender_manager", due = days(param.referral_days), every = months(param.retry_months) },
  { "employment", "Refer to the employment pathway", source = pathways,
    when = function(n, d) return d.met.employment and not n.referrals:any(employment[1]) end,
    because = function() return "eligible, with a place free and no referral in hand" end,
    owner = "offender_manager", due = days(param.referral_days), every = months(param.retry_months) },
  { "gps_tag", "Consider a GPS tag as a requirement of the order",
    source = "Gripping the Offender interim evaluation 2017, section 1, GPS tagging",
    when = function(n, d) return d.met.gps_tag and not n.orders:any(gps_order) end,
    because = function() return "on a community order or a suspended sentence, and no tag on record" end,
    owner = "court_officer", due = days(param.referral_days), every = months(param.retry_months) },
}
