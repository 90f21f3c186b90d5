-- Who does what, and when. Until the steering group has confirmed somebody, it is asked to, and nothing else happens.
local custody = require "common.custody"

local recent_review = filter { within = days(param.review_days - param.review_notice) }
local steering_review = filter { by = "steering_group", within = months(param.confirm_months) }

local function on_list(n)
  return n:has "cohort" and n.cohort.category ~= "monitor"
end

local function leaving(n, d)
  return d.met.settled and (n.cohort.category ~= "exit" or d.met.settled_longer)
end

local function scores_for_the_list(n, d)
  return n:has "cohort" and (n.cohort.category == "exit" or n.cohort.category == "monitor") and d.band.targeting == "ppo"
end

-- The meeting at which the fortnight since the last one is over; the next one where it is over already.
local function next_meeting(n)
  local last = n.reviews:latest()
  if last ~= nil and last.date + days(param.review_days) > as_of then return last.date + days(param.review_days) end
  return as_of + days(param.review_notice)
end

local function last_meeting(n)
  local last = n.reviews:latest()
  if last == nil then return "not looked at yet" end
  return "last looked at on " .. tostring(last.date)
end

local function document_is_old(n)
  return not n.here:has "case_document" or n.here.case_document < as_of - months(param.document_months)
end

tasking {
  { "confirm_entry", "Put the recommendation to the steering group", source = "Hallam 2007, section 4.1.2 B",
    owner = "practitioners_group", due = days(param.confirm_days), every = months(param.again_months),
    when = function(n) return not n:has "cohort" end,
    because = function() return "scores " .. param.ppo_from .. " or more; not confirmed yet" end },
  { "review", "Look at the case at the next fortnightly meeting", source = "Hallam 2007, section 11, recommendation e",
    owner = "practitioners_group", due = next_meeting, every = days(param.review_notice),
    when = function(n) return n:has "cohort" and not n.reviews:any(recent_review) end, because = last_meeting },
  { "formal_review", "Formal review, for the steering group to confirm the way off the list", source = "Hallam 2007, section 3.2.4",
    owner = "practitioners_group", due = days(param.confirm_days), priority = "high", every = months(param.again_months),
    when = function(n, d) return on_list(n) and leaving(n, d) end,
    because = function(n)
      return "settled for " .. (n.cohort.category == "exit" and param.leave_months or param.settled_months) .. " months"
    end },
  { "confirm_place", "Steering group to look again at the place on the list", source = "Hallam 2007, section 3.2.4",
    owner = "steering_group", due = days(param.confirm_days), every = months(param.confirm_months),
    when = function(n) return on_list(n) and not n.reviews:any(steering_review) end,
    because = function() return "not confirmed in " .. param.confirm_months .. " months" end },
  { "reconsider", "Leaving or looked at again, and scores for the list", source = "Hallam 2007, section 3.2.4",
    owner = "practitioners_group", due = days(param.review_days), priority = "high", every = months(param.again_months),
    when = scores_for_the_list, because = function() return "scores " .. param.ppo_from .. " or more" end },

  { "induction_letter", "Letter to the person: why, and the way off the list", source = "Hallam 2007, section 7.5, action point two",
    owner = "ppo_coordinator", due = days(param.help_days), every = months(param.letter_again_months),
    when = function(n) return on_list(n) and n.cohort.since >= as_of - months(param.letter_months) end,
    because = function(n) return "joined on " .. tostring(n.cohort.since) end },
  { "name_lead", "Name the agency that leads", source = "Hallam 2007, section 9.6", owner = "practitioners_group",
    due = days(param.help_days), every = months(param.again_months), when = function(n) return on_list(n) and not n.cohort:has "lead_agency" end,
    because = function() return "no agency is named" end },
  { "case_document", "Bring the shared case document up to date: reasons, needs, who does what, the way off the list",
    source = "Hallam 2007, section 9.6", owner = "lead_worker", due = days(param.document_days), every = months(param.again_months),
    when = function(n) return on_list(n) and document_is_old(n) end,
    because = function() return "none on record from the last " .. param.document_months .. " months" end },
  { "exit_plan", "Agree an exit plan with the person", source = "Hallam 2007, section 8.6, action point five",
    owner = "lead_worker", due = days(param.document_days), every = months(param.again_months),
    when = function(n) return on_list(n) and not n.here:has "exit_plan" end,
    because = function() return "none on record" end },
  { "exit_support", "Say which help stays open after the list", source = "Hallam 2007, section 8.6, action point five",
    owner = "lead_worker", due = days(param.help_days), every = months(param.support_months),
    when = function(n) return on_list(n) and n.cohort.category == "exit" end, because = function() return "in the exit stage" end },
  { "voluntary_contact", "Offer contact and help: under no order, so only by consent", source = "Hallam 2007, section 11, recommendation i",
    owner = "probation_coordinator", due = days(param.help_days), every = months(param.contact_months),
    when = function(n) return on_list(n) and not n.statutory and not custody.now(n) end,
    because = function() return "under no order or licence, and not in prison" end },
  { "handover", "Tell the scheme of the area that the person moved to", source = "Hallam 2007, section 3.1", owner = "ppo_coordinator",
    due = days(param.help_days), every = months(param.support_months), when = function(n) return on_list(n) and not param.district[n.borough] end,
    because = function(n) return "now lives in " .. n.borough end },

  { "find_prison", "Find out which prison holds the person", source = "Hallam 2007, section 6.1", owner = "ppo_coordinator",
    due = days(param.reminder_days), every = months(param.again_months), when = function(n) return on_list(n) and custody.now(n) and not n:has "prison" end,
    because = function() return "in prison, and no prison is named" end },
  { "prison_visit", "Visit in prison by police and probation together", source = "Hallam 2007, section 11, recommendation h",
    owner = "probation_coordinator", due = days(param.document_days), every = months(param.visit_months),
    when = function(n) return on_list(n) and custody.now(n) end,
    because = function() return "in prison" end },
  { "release_plan", "Prepare release with the prison, and meet the person at the gate", source = "Hallam 2007, sections 3.2.2 and 6.1",
    owner = "probation_coordinator", due = days(param.help_days), priority = "high", every = months(param.gate_months),
    when = function(n) return on_list(n) and custody.now(n) and n.release_date - as_of <= param.release_days end,
    because = function(n) return "to be released on " .. tostring(n.release_date) end },
}
