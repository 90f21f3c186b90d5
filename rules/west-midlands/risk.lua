-- The automated risk matrix, and the four tiers that follow from it.
local rag = require "common.rag"

local document = "SPCB 4 July 2017, item 8"
-- So many points for each, up to the most that the row gives, with the number in words.
local function each(count, points, most)
  return math.min(count * points, most), count .. " in " .. param.crime_months .. " months"
end

matrix "risk" {
  title = "Risk of re-offending",
  source = document .. ", paragraph 4",
  note = "The document says that there is an automated risk matrix, not what is in it: rows and points are illustrative.",
  range = { 0, 142 },
  rows = {
    { "acquisitive", "Serious acquisitive crimes brought to court", max = param.acquisitive_most,
      points = function(n) return each(n.offences:count(crimes.acquisitive), param.acquisitive_points, param.acquisitive_most) end },
    { "violence", "Violent and organised crimes brought to court", max = param.violence_most,
      points = function(n) return each(n.offences:count(crimes.violent), param.violence_points, param.violence_most) end },
    { "other", "Other crimes brought to court", max = param.other_most,
      points = function(n) return each(n.offences:count(crimes.other), param.other_points, param.other_most) end },
    { "ogrs", "OGRS3, the chance of reoffending in two years", of = function(n) return n.ogrs3 end,
      steps = { { param.ogrs_high, param.ogrs_high_points }, { param.ogrs_middle, param.ogrs_middle_points } } },
    { "drugs", "Marked drug need", points = param.drugs_points,
      when = function(n) return n.needs.drugs >= param.marked_need end },
    { "breach", "Breach in " .. param.breach_months .. " months", points = param.breach_points,
      when = function(n) return n.offences:any(crimes.breach) end },
  },
  bands = rag.bands(param.red_from, param.amber_from),
}

decision_table "tier" {
  title = "Tier",
  source = document .. ", paragraph 10",
  note = "The document names four tiers and the two ends: the highest risk of harm, and the best chance to reduce reoffending. The rest is illustrative.",
  hit = "first",
  inputs = {
    { "harm", "Risk of harm", of = function(n) return n.risk_of_harm end },
    { "risk", "Risk of re-offending", of = function(_, d) return d.band.risk end },
  },
  outputs = { { "tier", values = { "Tier 1", "Tier 2", "Tier 3", "Tier 4" } } },
  rows = {
    { '"very_high"', "-",       "->", "Tier 1" },
    { '"high"',      '"red"',   "->", "Tier 1" },
    { "-",           '"red"',   "->", "Tier 2" },
    { '"high"',      '"amber"', "->", "Tier 2" },
    { '"high"',      "-",       "->", "Tier 3" },
    { "-",           '"amber"', "->", "Tier 3" },
    { "-",           "-",       "->", "Tier 4" },
  },
}
