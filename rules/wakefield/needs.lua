-- Needs on the headings of OASys, the help that each leads to, and what becomes of every referral. No need adds to the score.
local recording = "Hallam 2007, section 8.6, action point four"

local again = months(param.retry_months)
local ended = { refused = true, withdrawn = true, completed = true }
local turned_away = { refused = true, withdrawn = true }

local function has_need(n, heading)
  return n.needs[heading] >= param.need_from
end

local function assessed(n)
  if not n:has "needs" then return false end
  local needs = n.needs
  return needs:has "thinking" and needs:has "lifestyle" and needs:has "ete" and needs:has "drugs" and needs:has "attitudes"
    and needs:has "accommodation" and needs:has "relationships" and needs:has "mental_health" and needs:has "finance"
    and needs:has "alcohol"
end

classification "needs" {
  title = "Needs, by the headings of OASys",
  source = "Hallam 2007, section 8.2",
  pick = "any",
  classes = {
    { "thinking", "Thinking and behaviour", when = function(n) return has_need(n, "thinking") end },
    { "lifestyle", "Lifestyle and associates", when = function(n) return has_need(n, "lifestyle") end },
    { "ete", "Education, training and employment", when = function(n) return has_need(n, "ete") end },
    { "drugs", "Drug misuse", when = function(n) return has_need(n, "drugs") end },
    { "attitudes", "Attitudes", when = function(n) return has_need(n, "attitudes") end },
    { "accommodation", "Accommodation", when = function(n) return has_need(n, "accommodation") end },
    { "relationships", "Relationships", when = function(n) return has_need(n, "relationships") end },
    { "wellbeing", "Emotional wellbeing", when = function(n) return has_need(n, "mental_health") end },
    { "finance", "Finance, benefits and debt", when = function(n) return has_need(n, "finance") end },
    { "alcohol", "Alcohol", when = function(n) return has_need(n, "alcohol") end },
  },
}

local function may_refer(n, service)
  local last = n.referrals:latest { service = service }
  return last == nil or (ended[last.outcome] and last.date < as_of - again)
end

-- On the list, and in reach of the district's services.
local function served(n)
  return n:has "cohort" and n.cohort.category ~= "monitor" and param.district[n.borough]
end

-- Has the need, and is not yet, or no longer, with the service that meets it.
local function to_refer(n, heading, service)
  return served(n) and has_need(n, heading) and may_refer(n, service)
end

local function why_refer()
  return "the assessment shows the need, and no referral is in hand"
end

-- The referrals that a test picks out, in words: "housing on 2026-09-01; alcohol on 2026-10-01".
local function listed(n, test)
  local found = {}
  for _, made in ipairs(n.referrals) do
    if test(made) then
      local why = made:has "reason" and " (" .. made.reason .. ")" or ""
      table.insert(found, made.service .. " on " .. tostring(made.date) .. why)
    end
  end
  return table.concat(found, "; ")
end

local function waiting(made)
  return made.outcome == "pending" and made.date < as_of - days(param.chase_days)
end

local function lately_turned_away(made)
  return turned_away[made.outcome] and made.date >= as_of - months(param.refusal_months)
end

local function unexplained(made)
  return lately_turned_away(made) and not made:has "reason"
end

local function refused_with_reason(made)
  return lately_turned_away(made) and made.outcome == "refused" and made:has "reason"
end

tasking {
  { "needs_assessment", "Complete the assessment of needs", source = "Hallam 2007, section 8.5", owner = "lead_worker", due = days(param.help_days),
    every = months(param.again_months), when = function(n) return served(n) and not assessed(n) end,
    because = function() return "at least one heading has no answer" end },

  { "refer_thinking_skills", "Refer to a thinking skills programme", source = "Hallam 2007, section 8.2",
    when = function(n) return to_refer(n, "thinking", "thinking_skills") end,
    owner = "lead_worker", due = days(param.help_days), every = again, because = why_refer },
  { "refer_mentoring", "Refer to a mentor", source = "Hallam 2007, section 11, recommendation h",
    when = function(n) return to_refer(n, "lifestyle", "mentoring") end,
    owner = "lead_worker", due = days(param.help_days), every = again, because = why_refer },
  { "refer_employment", "Refer to education, training or work", source = "Hallam 2007, section 8.2",
    when = function(n) return to_refer(n, "ete", "employment") end,
    owner = "lead_worker", due = days(param.help_days), every = again, because = why_refer },
  { "refer_drug_treatment", "Refer to the drug intervention programme", source = "Hallam 2007, section 11, recommendation b",
    when = function(n) return to_refer(n, "drugs", "drug_treatment") end,
    owner = "lead_worker", due = days(param.help_days), every = again, because = why_refer },
  { "refer_motivation", "Refer to motivational work", source = "Hallam 2007, section 8.2",
    when = function(n) return to_refer(n, "attitudes", "motivation") end,
    owner = "lead_worker", due = days(param.help_days), every = again, because = why_refer },
  { "refer_housing", "Refer to supported housing", source = "Hallam 2007, section 11, recommendation g",
    when = function(n) return to_refer(n, "accommodation", "housing") end,
    owner = "lead_worker", due = days(param.help_days), every = again, because = why_refer },
  { "refer_family_support", "Refer to family support", source = "Hallam 2007, section 11, recommendation g",
    when = function(n) return to_refer(n, "relationships", "family_support") end,
    owner = "lead_worker", due = days(param.help_days), every = again, because = why_refer },
  { "refer_mental_health", "Refer to help with emotional wellbeing", source = "Hallam 2007, section 5.2 B",
    when = function(n) return to_refer(n, "mental_health", "mental_health") end,
    owner = "lead_worker", due = days(param.help_days), every = again, because = why_refer },
  { "refer_debt_advice", "Refer to advice on benefits and debt", source = "Hallam 2007, section 7.2",
    when = function(n) return to_refer(n, "finance", "debt_advice") end,
    owner = "lead_worker", due = days(param.help_days), every = again, because = why_refer },
  { "refer_alcohol_treatment", "Refer to an alcohol service", source = "Hallam 2007, section 5.2 B",
    when = function(n) return to_refer(n, "alcohol", "alcohol_treatment") end,
    owner = "lead_worker", due = days(param.help_days), every = again, because = why_refer },

  { "chase_referral", "Ask for the answer to a referral", source = recording, owner = "lead_worker", due = days(param.reminder_days), every = months(param.again_months),
    when = function(n) return served(n) and listed(n, waiting) ~= "" end,
    because = function(n) return "no answer for over " .. param.chase_days .. " days: " .. listed(n, waiting) end },
  { "record_reason", "Record why a referral came to nothing", source = recording, owner = "lead_worker", due = days(param.reminder_days), every = months(param.again_months),
    when = function(n) return served(n) and listed(n, unexplained) ~= "" end,
    because = function(n) return "no reason on record: " .. listed(n, unexplained) end },
  { "take_up_refusal", "Take a refusal to the steering group", source = "Hallam 2007, section 11, recommendation g",
    owner = "ppo_coordinator", due = days(param.help_days), every = months(param.refusal_months),
    when = function(n) return served(n) and listed(n, refused_with_reason) ~= "" end,
    because = function(n) return "refused: " .. listed(n, refused_with_reason) end },
}
