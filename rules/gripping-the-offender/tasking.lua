local custody = require "common.custody"

local policing = "Gripping the Offender interim evaluation 2017, section 1, Policing"
local contact = "Gripping the Offender interim evaluation 2017, section 3, Enhanced services for young adult males"

local risk_scores = filter { matrix = "risk" }
local recent_reds = filter { matrix = "risk", band = "red", within = months(param.long_term_months) }

local to_mentoring = filter { service = "mentoring" }
local to_building_bridges = filter { service = "building_bridges" }
local to_right_track = filter { service = "right_track" }
local to_tiger = filter { service = "tiger" }
local to_personalised_budget = filter { service = "personalised_budget" }
local to_mental_health = filter { service = "mental_health" }
local to_employment = filter { service = "employment", outcome = { "pending", "accepted", "started", "completed" } }

local gps_order = filter { kind = "gps_tag" }

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
    owner = "local_policing", due = days(1), priority = "high", every = months(1) },
  { "long_term_tasking", "Item for the Tactical Tasking and Co-ordination Group", source = policing,
    when = function(n) return rated_red(n) and n.scores:count(recent_reds) >= param.long_term_reds end,
    because = function(n) return n.scores:count(recent_reds) .. " red scores in " .. param.long_term_months .. " months" end,
    enforcement = true, owner = "local_policing", due = days(14), every = months(3) },

  { "weekly_appointments", "Appointments every week of this month", source = contact,
    when = function(n, d) return d.met.more_contact and just_released(n) end,
    because = function(n) return "released on " .. tostring(n.release_date) end,
    owner = "offender_manager", due = days(7), every = months(1) },
  { "fortnightly_appointments", "Appointments every fortnight of this month", source = contact,
    when = function(n, d) return d.met.more_contact and not just_released(n) end,
    because = function(n) return "released on " .. tostring(n.release_date) end,
    owner = "offender_manager", due = days(14), every = months(1) },
  { "pre_sentence_report", "Pre-sentence report within " .. param.report_days .. " days of the plea",
    source = "Gripping the Offender interim evaluation 2017, section 3, Pre-sentence report service",
    note = "The record holds no date of plea: the days are counted from the day of the tasking.",
    when = function(n, d) return d.met.pre_sentence_report end,
    owner = "court_officer", due = days(param.report_days), priority = "high", every = months(param.report_months) },
  { "prison_coordination", "Plan release with the prison",
    when = function(n, d) return d.met.prison_coordination end,
    owner = "prison_coordinator", due = days(param.referral_days), every = months(3) },

  { "mentoring", "Refer to mentoring",
    when = function(n, d) return d.met.mentoring and not n.referrals:any(to_mentoring) end,
    owner = "offender_manager", due = days(param.referral_days), every = months(6) },
  { "building_bridges", "Refer to Building Bridges",
    when = function(n, d) return d.met.building_bridges and not n.referrals:any(to_building_bridges) end,
    owner = "offender_manager", due = days(param.referral_days), every = months(6) },
  { "right_track", "Refer to Right Track",
    when = function(n, d) return d.met.right_track and not n.referrals:any(to_right_track) end,
    owner = "offender_manager", due = days(param.referral_days), every = months(6) },
  { "tiger", "Refer to TIGER",
    when = function(n, d) return d.met.tiger and not n.referrals:any(to_tiger) end,
    owner = "offender_manager", due = days(param.referral_days), every = months(6) },
  { "personalised_budget", "Ask for a personalised budget",
    when = function(n, d) return d.met.personalised_budget and not n.referrals:any(to_personalised_budget) end,
    owner = "offender_manager", due = days(param.referral_days), every = months(6) },
  { "mental_health", "Refer to the forensic mental health practitioner",
    when = function(n, d) return d.met.mental_health_direct and not n.referrals:any(to_mental_health) end,
    owner = "offender_manager", due = days(param.referral_days), every = months(6) },
  { "employment", "Refer to the employment pathway",
    when = function(n, d) return d.met.employment and not n.referrals:any(to_employment) end,
    owner = "offender_manager", due = days(param.referral_days), every = months(6) },
  { "gps_tag", "Consider a GPS tag as a requirement of the order",
    when = function(n, d) return d.met.gps_tag and not n.orders:any(gps_order) end,
    owner = "court_officer", due = days(param.referral_days), every = months(6) },
}
