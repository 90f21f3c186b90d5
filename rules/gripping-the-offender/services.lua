-- Who may be offered each enhanced service. A criterion that is not met is the reason for not offering it.
local custody = require "common.custody"

local management = "Gripping the Offender interim evaluation 2017, section 1, Offender Management"
local pathways = "Gripping the Offender interim evaluation 2017, section 3, Pathways"

local recent_charge = filter { outcome = "charged", within = months(param.report_months) }
local employment_referral = filter { service = "employment" }

local function male(n)
  return n.sex == "male"
end

local function young(n)
  return n.age >= param.young_from and n.age <= param.young_to
end

local function young_man(n, d)
  return d.met.young_man
end

local function form_returned(n)
  local last = n.referrals:latest(employment_referral)
  if last == nil or last.outcome ~= "refused" then return true end
  return last:get("reason", "") ~= "no full referral form"
end

local function on_community_sentence(n)
  for _, order in ipairs(n.orders) do
    local right_kind = order.kind == "community_order" or order.kind == "suspended_sentence"
    if right_kind and (not order:has "ends" or order.ends >= as_of) then return true end
  end
  return false
end

criteria "young_man" {
  title = "A young man, for whom extra services are commissioned", source = management,
  all = {
    { "male", "Male", male },
    { "young", "Aged " .. param.young_from .. " to " .. param.young_to, young },
  },
}

criteria "more_contact" {
  title = "More frequent appointments after release", source = management .. ", note 3",
  all = {
    { "young_man", "A young man", young_man },
    { "crc", "Managed by the community rehabilitation company", function(n) return n.managing_agency == "CRC" end },
    { "licence", "Released from prison on licence", function(n) return n.custody_status == "licence" end },
  },
}

criteria "mentoring" {
  title = "Mentoring", source = management,
  all = { { "young_man", "A young man", young_man } },
}

criteria "building_bridges" {
  title = "Building Bridges, help for the family", source = management .. ", note 3",
  all = {
    { "young_man", "A young man", young_man },
    { "family", "Needs help with relationships", function(n) return n.needs.relationships >= param.service_need end },
  },
}

criteria "right_track" {
  title = "Right Track, a thinking skills programme", source = management .. ", note 3",
  all = {
    { "young_man", "A young man", young_man },
    { "thinking", "Needs help with thinking and behaviour", function(n) return n.needs.thinking >= param.service_need end },
  },
}

criteria "tiger" {
  title = "TIGER, a programme on growing emotional resilience", source = management .. ", note 3",
  all = {
    { "young_man", "A young man", young_man },
    { "lifestyle", "Needs help with lifestyle and friends", function(n) return n.needs.lifestyle >= param.service_need end },
  },
}

criteria "personalised_budget" {
  title = "Personalised budget for women", source = management,
  note = "Places are counted from the referrals on record that were accepted or started.",
  all = {
    { "female", "Female", function(n) return n.sex == "female" end },
    { "place", "One of the " .. param.budget_places .. " budgets is free, or held already",
      function(n, d) return places_taken(d, "budget_place") < param.budget_places or holds_place(n, "personalised_budget") end },
  },
}

criteria "prison_coordination" {
  title = "Prison co-ordination", source = management,
  all = { { "in_custody", "In prison", custody.now } },
}

criteria "mental_health_consultation" {
  title = "Mental health advice to the offender manager", source = pathways,
  all = { { "managed", "Under a sentence", function(n) return n.statutory end } },
}

criteria "mental_health_direct" {
  title = "Mental health work with the person", source = pathways,
  all = { { "need", "Needs help with mental health", function(n) return n.needs.mental_health >= param.health_need end } },
}

criteria "employment" {
  title = "Employment pathway", source = pathways,
  note = "Each criterion that is not met is a reason for refusal. Places are counted from the referrals on record that were accepted or started.",
  all = {
    { "need", "Needs work, education or training", function(n) return n.needs.ete >= param.service_need end },
    { "resident", "Lives in a pilot borough", function(n) return param.pilot_boroughs[n.borough] end },
    { "at_liberty", "Not in prison", function(n) return not custody.now(n) end },
    { "no_drug_use", "Not an identified drug user", function(n) return n.needs.drugs < param.drug_user_need end },
    { "form", "No refusal for want of a full referral form", form_returned },
    { "place", "One of the " .. param.employment_places .. " places is free, or held already",
      function(n, d) return places_taken(d, "employment_place") < param.employment_places or holds_place(n, "employment") end },
  },
}

criteria "gps_tag" {
  title = "GPS tag", source = "Gripping the Offender interim evaluation 2017, section 1, GPS tagging",
  note = "The court decides. The document gives 75 to 100 tags in the pilot's twelve months: the larger number is taken.",
  all = {
    { "scope", "Within the scope of the pilot", function(n, d) return d.met.gto_scope end },
    { "order", "On a community order or a suspended sentence", on_community_sentence },
    { "place", "One of the " .. param.tag_places .. " tags of " .. param.tag_months .. " months is free, or held already",
      function(n, d) return places_taken(d, "tag_place") < param.tag_places or has_tag(n) end },
  },
}

criteria "pre_sentence_report" {
  title = "Fast pre-sentence report",
  note = "The target: " .. param.report_target .. "% of reports within " .. param.report_days .. " days of the plea.",
  source = "Gripping the Offender interim evaluation 2017, section 1, Courts",
  all = {
    { "scope", "Within the scope of the pilot", function(n, d) return d.met.gto_scope end },
    { "charged", "Charged in the last " .. param.report_months .. " months", function(n) return n.offences:any(recent_charge) end },
  },
}
