-- The score for serious acquisitive crime: twelve rows. A window of so many months begins on the day after the same day of that month.
local function since(count)
  return as_of - months(count) + days(1)
end

local to_court = { "convicted", "charged" }
local acquisitive = {
  "burglary_dwelling", "burglary_other", "robbery", "theft_person", "theft_vehicle", "theft_from_vehicle",
}

local acquisitive_12m = filter { type = acquisitive, outcome = to_court, from = since(12) }
local robbery_24m = filter { type = "robbery", outcome = to_court, from = since(24) }
local burglary_24m = filter { type = "burglary_dwelling", outcome = to_court, from = since(24) }
local violence_24m = filter {
  type = "violence", outcome = { "convicted", "charged", "arrested", "cautioned", "tic" }, from = since(24),
}
local any_6m = filter { from = since(6) }
local to_court_1m = filter { outcome = to_court, from = since(1) }
local to_court_3m = filter { outcome = to_court, from = since(3) }
local to_court_6m = filter { outcome = to_court, from = since(6) }
local report_a = filter { assessment = "A", from = since(6) }
local report_b = filter { assessment = "B", from = since(6) }
local report_c = filter { assessment = "C", from = since(6) }

local recency = { { "in the last month", 10 }, { "in the last three months", 7 }, { "in the last six months", 4 } }
local status_points = { licence = 6, community = 4, custody = -8, remand = -8, none = 0 }

local function last_to_court(n)
  if n.offences:any(to_court_1m) then return recency[1] end
  if n.offences:any(to_court_3m) then return recency[2] end
  if n.offences:any(to_court_6m) then return recency[3] end
  return nil
end

local function early_onset(n)
  local age = n:get("age_first_conviction", 99)
  if age > 17 then return 0 end
  return age <= 13 and 5 or 3, "first convicted at " .. age
end

local function weighed_reports(n)
  local reports = n.intelligence
  return 3 * reports:count(report_a) + 2 * reports:count(report_b) + reports:count(report_c)
end

local function needs_in_all(n)
  local needs = n.needs
  return needs.accommodation + needs.ete + needs.drugs + needs.alcohol + needs.finance + needs.relationships
    + needs.lifestyle + needs.thinking + needs.attitudes + needs.mental_health + needs.physical_health
end

matrix "score" {
  title = "Score for serious acquisitive crime",
  range = { -8, 120 },
  rows = {
    { "acquisitive_12m", "Acquisitive offences brought to court in 12 months",
      of = function(n) return n.offences:count(acquisitive_12m) end, steps = { { 4, 18 }, { 2, 12 }, { 1, 6 } } },
    { "robbery_24m", "Robberies brought to court in 24 months",
      of = function(n) return n.offences:count(robbery_24m) end, steps = { { 2, 12 }, { 1, 6 } } },
    { "burglary_dwelling_24m", "Dwelling burglaries brought to court in 24 months",
      of = function(n) return n.offences:count(burglary_24m) end, steps = { { 2, 12 }, { 1, 6 } } },
    { "violence_24m", "Violence in 24 months",
      of = function(n) return n.offences:count(violence_24m) end, steps = { { 2, 8 }, { 1, 4 } } },
    { "arrests_6m", "Arrests in 6 months",
      of = function(n) return n.offences:count(any_6m) end, steps = { { 6, 10 }, { 3, 6 }, { 1, 3 } } },
    { "recency", "The last offence brought to court", points = function(n)
        local last = last_to_court(n)
        if last == nil then return 0 end
        return last[2], last[1]
      end },
    { "prolific", "Convictions in all",
      of = function(n) return n.convictions_total end, steps = { { 30, 8 }, { 15, 5 }, { 5, 2 } } },
    { "early_onset", "Age at the first conviction", points = early_onset },
    { "intelligence_6m", "Reports in 6 months, by their assessment",
      of = weighed_reports, steps = { { 6, 10 }, { 3, 6 }, { 1, 3 } } },
    { "ogrs2", "OGRS2", of = function(n) return n:get("ogrs2", 0) end, steps = { { 90, 10 }, { 75, 7 }, { 50, 3 } } },
    { "needs", "Needs in all", of = needs_in_all, steps = { { 15, 8 }, { 10, 5 }, { 6, 2 } } },
    { "custody", "Status", min = -8, points = function(n) return status_points[n.custody_status], n.custody_status end },
  },
  bands = {
    { "ppo", "PPO", from = param.ppo_threshold },
    { "target", "Target", from = param.target_threshold },
    { "monitor", "Monitor" },
  },
}
