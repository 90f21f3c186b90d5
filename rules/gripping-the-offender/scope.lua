local document = "Gripping the Offender interim evaluation 2017, section 1, The cohort"

local recent_robbery_or_burglary = filter {
  outcome = "convicted",
  type = { "robbery", "burglary_dwelling", "burglary_other" },
  within = months(param.offence_months),
}

local function resident(n)
  return param.pilot_boroughs[n.borough]
end

local function ogrs_high(n)
  return n.ogrs2 >= param.ogrs_high
end

local function ogrs_and_offence(n)
  return n.ogrs2 >= param.ogrs_with_offence and n.offences:any(recent_robbery_or_burglary)
end

local function no_longer_resident(n)
  return not resident(n)
end

local function sentence_ended(n)
  return not n.statutory
end

local function ogrs_no_longer(n, d)
  return not d.met.gto_ogrs
end

local function why_removed(n, d)
  if no_longer_resident(n) then return "to be removed: no longer lives in a pilot borough" end
  if sentence_ended(n) then return "to be removed: the sentence has ended" end
  return "to be removed: no longer meets the OGRS criteria"
end

local high_title = "Chance of reconviction (OGRS2) of " .. param.ogrs_high .. " or more"
local offence_title = "Chance of reconviction (OGRS2) of " .. param.ogrs_with_offence .. " or more, and convicted of robbery or burglary in the last "
  .. param.offence_months .. " months"

criteria "gto_scope" {
  title = "Within the scope of Gripping the Offender",
  source = document,
  all = {
    { "convicted", "Convicted of an offence", function(n) return n.convictions_total >= 1 end },
    { "adult", "Aged " .. param.adult_age .. " or over", function(n) return n.age >= param.adult_age end },
    { "resident", "Lives in a pilot borough", resident },
    any = {
      { "ogrs_high", high_title, ogrs_high },
      { "ogrs_and_offence", offence_title, ogrs_and_offence },
    },
  },
}

criteria "gto_ogrs" {
  title = "Still meets the OGRS criteria",
  source = document .. ", note 6",
  any = {
    { "ogrs_high", high_title, ogrs_high },
    { "ogrs_and_offence", offence_title, ogrs_and_offence },
  },
}

selection {
  { "gto", "Offer management under Gripping the Offender",
    when = function(n, d) return n.statutory and d.met.gto_scope end,
    category = "gto", source = document },
}

deselection {
  { "moved", "No longer lives in a pilot borough",
    when = no_longer_resident, source = document .. ", note 6" },
  { "sentence_ended", "The sentence has ended",
    when = sentence_ended, source = document .. ", note 6" },
  { "ogrs_no_longer", "No longer meets the OGRS criteria",
    when = ogrs_no_longer, source = document .. ", note 6" },
}

tasking {
  { "check_joining", "Quality assurance of a case that may join", source = document,
    when = function(n) return not n:has "cohort" end,
    because = function() return "in scope, and not yet in the cohort" end,
    owner = "local_iom_team", due = days(param.check_days), every = months(param.again_months) },
  { "check_leaving", "Quality assurance of a case that may be removed", source = document,
    note = "The document tells of the check of cases drawn for the pilot; that it goes for removal too is our reading.",
    when = function(n, d) return n:has "cohort" and (no_longer_resident(n) or sentence_ended(n) or ogrs_no_longer(n, d)) end,
    because = why_removed,
    owner = "local_iom_team", due = days(param.check_days), every = months(param.again_months) },
}
