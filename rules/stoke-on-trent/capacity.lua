-- Who has a place when there are more people than places.
local custody = require "common.custody"

-- A score of 0 in prison says nothing of the risk outside: nobody loses a place by it. A risk that is not known keeps the place, too.
local function keeps_place(n, d)
  return n.statutory or custody.now(n) or d.band.risk == "red"
end

local function amber_before_green(n, d)
  return d.band.risk == "amber" and 1 or 0
end

local function risk_today(n, d)
  return d.score.risk
end

local function acquisitive_crime(n, d)
  return d.score.sac
end

allocation {
  title = "Places in joint management",
  source = "Keele 2014, chapter 4, section 6",
  note = "The document tells of low-risk people who left to make room for gang cases, by no written rule. This is the rule, for the board to see.",
  capacity = param.places,
  keep = keeps_place,
  rank = { amber_before_green, risk_today, acquisitive_crime },
}
