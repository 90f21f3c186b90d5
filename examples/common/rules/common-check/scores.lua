local ogrs3 = require "common.ogrs3"
local cost = require "common.cost"
local windows = require "common.windows"
local rag = require "common.rag"

local crimes = filter { outcome = "convicted" }
local risk_scores = filter { matrix = "risk" }

local how_fresh = windows.steps {
  { months(param.fresh_months), param.fresh_points }, { months(param.crime_months), param.crime_points },
}

-- A fact that nobody recorded makes the score unknown, by its own name.
local function facts(n)
  return {
    sex = n.sex, offence = n.here.group, previous_sanctions = n.here.previous_sanctions,
    age_at_first_sanction = n.here.age_at_first_sanction, age_at_conviction = n.here.age_at_conviction,
    age_at_start = n.here.age_at_start,
  }
end

-- The recorded score comes first. Where there is none and the facts do not fit the scale, it is what is missing.
local function two_year_score(n)
  if n:has "ogrs3" then return n.ogrs3, "as recorded" end
  local known = facts(n)
  if not ogrs3.applies(known) then return n.ogrs3 end
  return ogrs3.two_year(known)
end

matrix "reconviction" {
  title = "OGRS3, two years", source = "Howard and others 2009",
  range = { 0, 100 },
  rows = { { "ogrs3", "OGRS3, two years, in percent", max = 100, points = two_year_score } },
  bands = { { "high", "High", from = param.ogrs_high }, { "middle", "Middling", from = param.ogrs_middle }, { "low", "Low" } },
}

matrix "harm" {
  title = "Cost of the crimes of a year, in pounds", source = "Home Office Online Report 30/05",
  range = { 0, 100000000 },
  rows = {
    { "crimes", "Crimes convicted of", max = 100000000, points = function(n)
        return cost.of_offences(n.offences, param.price_year, function(o)
          return o.outcome == "convicted" and windows.holds(o.date, months(param.crime_months))
        end)
      end },
  },
}

matrix "recency" {
  title = "How fresh the latest crime is", note = "illustrative",
  range = { 0, 8 },
  rows = {
    { "latest", "Latest crime", max = 8, points = function(n)
        local latest = n.offences:latest(crimes)
        return how_fresh(latest and latest.date)
      end },
  },
}

matrix "risk" {
  title = "The latest risk score", source = "Keele 2014, chapter 3",
  range = { 0, 64 },
  rows = { { "score", "Latest risk score", max = 64, points = function(n)
      local latest = n.scores:latest(risk_scores)
      return latest and latest.score or 0
    end } },
  bands = rag.bands(param.red_from, param.amber_from),
}
