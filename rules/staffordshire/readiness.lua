-- Readiness to benefit: four groups of people whom the programme helps in different ways, or not yet.
local custody = require "common.custody"

local any_custody = filter { kind = { "custody", "remand", "licence" } }
local sentences = filter { kind = "custody" }

local function young_without_prison(n)
  return n.age <= param.young_adult_to and not custody.now(n) and not n.orders:any(any_custody)
end

local function keeps_appointments(n)
  local engagement = n.engagement
  return engagement.offered >= param.enough_offered
    and engagement.attended * 100 >= engagement.offered * param.good_engagement
end

local function had_enough(n)
  return n.age >= param.older_from and n.orders:count(sentences) >= param.many_sentences and keeps_appointments(n)
end

local function needs_in_all(n)
  local needs = n.needs
  return needs.accommodation + needs.ete + needs.drugs + needs.alcohol + needs.finance + needs.relationships
end

classification "readiness" {
  title = "Readiness to benefit",
  source = "Keele 2014, chapter 6",
  note = "The document describes the groups in words: the ages and numbers are illustrative.",
  pick = "first",
  classes = {
    { "last_chance", "Last chance before custody", when = young_without_prison },
    { "ready_to_change", "Prison regular, ready to change", when = had_enough },
    { "needs_support", "Vulnerable: could not cope without support",
      when = function(n) return needs_in_all(n) >= param.complex_needs end },
    { "not_yet_ready", "Not yet ready to change" },
  },
}

classification "strand" {
  title = "Strand of the programme",
  source = "Keele 2014, chapter 3",
  note = "The document names the strands; who belongs to Custody Diversion is our reading.",
  pick = "first",
  classes = {
    { "young", "Deter Young Offenders", when = function(n) return n.age < param.adult_age end },
    { "diversion", "Custody Diversion", when = young_without_prison },
    { "adult", "Prolific and other priority offenders" },
  },
}
