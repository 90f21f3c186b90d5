-- How managed people are rated, as often as needed: four parts of 0 to 4, times a multiplier of 1 to 4.
local rag = require "common.rag"
local custody = require "common.custody"

local recent_crime = filter { outcome = { "convicted", "charged" }, within = months(param.history_months) }
local recent_report = filter { within = months(param.intelligence_months) }
local recent_arrest = filter { outcome = "arrested", within = months(param.intelligence_months) }
local open_series = filter { status = "open" }
local recent_breach = filter { type = "breach", within = months(param.breach_months) }

local harm_words = { low = "low", medium = "medium", high = "high", very_high = "very high" }
local harm_points = { low = 0, medium = param.harm_medium, high = param.harm_high, very_high = param.harm_very_high }

-- Up to four points, one for each thing, with the number in words.
local function up_to_four(count, one, many, when)
  return math.min(count, 4), count .. " " .. (count == 1 and one or many) .. (when or "")
end

local function multiplier(n)
  local why = {}
  if n.ogrs2 >= param.ogrs_high then table.insert(why, "high OGRS2") end
  if n.needs.drugs >= param.serious_need then table.insert(why, "serious drug need") end
  if n.offences:any(recent_breach) then table.insert(why, "recent breach") end
  return 1 + #why, #why == 0 and "nothing raises it" or table.concat(why, ", ")
end

matrix "risk" {
  title = "Risk of re-offending, 0 to 64",
  source = "Keele 2014, chapter 3",
  note = "In prison the score is 0. That is not an improvement.",
  range = { 0, 64 },
  rows = {
    { "history", "Recent offending", max = 4, points = function(n)
        return up_to_four(n.offences:count(recent_crime), "offence", "offences", " in " .. param.history_months .. " months") end },
    { "harm", "Risk of harm", max = 4, points = function(n) return harm_points[n.risk_of_harm], harm_words[n.risk_of_harm] end },
    { "intelligence", "Recent intelligence and arrests", max = 4, points = function(n)
        return up_to_four(n.intelligence:count(recent_report) + n.offences:count(recent_arrest), "report or arrest", "reports and arrests") end },
    { "series", "Linked crime series", max = 4, points = function(n)
        return up_to_four(n.linked_series:count(open_series), "open series", "open series") end },
    { "multiplier", "Re-offending multiplier, times 1 to 4", min = 1, max = 4, points = multiplier },
    { "at_liberty", "At liberty, or in prison", max = 1, points = function(n)
        return custody.now(n) and 0 or 1, custody.now(n) and "in prison: times 0" or "at liberty: times 1" end },
  },
  total = function(row)
    return (row.history + row.harm + row.intelligence + row.series) * row.multiplier * row.at_liberty
  end,
  bands = rag.bands(param.red_from, param.amber_from),
}
