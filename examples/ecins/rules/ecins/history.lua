local appendix = "Keele 2014, appendix 3"

local risk_scores = filter { matrix = "risk" }

local bands = {
  { "red", "Red: high risk of re-offending", from = param.red_from },
  { "amber", "Amber: medium risk of re-offending", from = param.amber_from },
  { "green", "Green: low risk of re-offending", from = 0 },
  { "none", "Never scored" },
}

-- Below every score, with a band of its own: somebody who was never scored is not green.
local never = -1

local function in_prison(score)
  return score:has "flags" and string.find(score.flags, "P", 1, true) ~= nil
end

-- The risk scores in date order, those given in prison left out.
local function outside_prison(n)
  local kept = {}
  for _, score in ipairs(n.scores) do
    if score.matrix == "risk" and not in_prison(score) then table.insert(kept, score.score) end
  end
  return kept
end

local function points_of(score)
  if score == nil then return never, "never scored" end
  return score.score
end

local function last_outside(n)
  local kept = outside_prison(n)
  if #kept == 0 then return never, "never scored outside prison" end
  return kept[#kept], "the last of " .. #kept .. " outside prison"
end

local function change_outside(n)
  local kept = outside_prison(n)
  return kept[#kept] - kept[1]
end

local function change_as_printed(n)
  return n.scores:latest(risk_scores).score - n.scores:earliest(risk_scores).score
end

matrix "first" {
  title = "Risk at the first date", source = appendix, range = { never, 64 },
  rows = { { "score", "Score at the first date", min = never, max = 64,
      points = function(n) return points_of(n.scores:earliest(risk_scores)) end } },
  bands = bands,
}

matrix "last" {
  title = "Risk at the last date, as printed", source = appendix, range = { never, 64 },
  note = "A 0 in prison is printed as low risk.",
  rows = { { "score", "Score at the last date", min = never, max = 64,
      points = function(n) return points_of(n.scores:latest(risk_scores)) end } },
  bands = bands,
}

matrix "last_outside" {
  title = "Risk at the last date outside prison", source = appendix, range = { never, 64 },
  rows = { { "score", "Score at the last date outside prison", min = never, max = 64, points = last_outside } },
  bands = bands,
}

classification "trend" {
  title = "Trend from the first to the last date outside prison", source = appendix, pick = "first",
  classes = {
    { "none", "Never scored outside prison", when = function(n) return #outside_prison(n) == 0 end },
    { "rising", "Rising", when = function(n) return change_outside(n) > 0 end },
    { "falling", "Falling", when = function(n) return change_outside(n) < 0 end },
    { "steady", "Steady" },
  },
}

classification "trend_as_printed" {
  title = "Trend from the first to the last date, zeros in prison included", source = appendix, pick = "first",
  classes = {
    { "none", "Never scored", when = function(n) return not n.scores:any(risk_scores) end },
    { "rising", "Rising", when = function(n) return change_as_printed(n) > 0 end },
    { "falling", "Falling", when = function(n) return change_as_printed(n) < 0 end },
    { "steady", "Steady" },
  },
}
