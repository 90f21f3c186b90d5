-- The risk matrix, 0 to 64: four parts of up to 4, times a multiplier of 1 to 4.
local function since(count)
  return as_of - months(count) + days(1)
end

local to_court_6m = filter { outcome = { "convicted", "charged" }, from = since(6) }
-- Every assessment, named: reports assessed E would not count otherwise.
local report_3m = filter { assessment = { "A", "B", "C", "D", "E" }, from = since(3) }
local arrest_3m = filter { outcome = { "arrested", "cautioned", "tic", "nfa" }, from = since(3) }
local violent_12m = filter { type = { "robbery", "violence" }, outcome = "convicted", from = since(12) }
local series = {
  filter { type = "burglary_dwelling", from = since(12) }, filter { type = "burglary_other", from = since(12) },
  filter { type = "robbery", from = since(12) }, filter { type = "theft_person", from = since(12) },
  filter { type = "theft_vehicle", from = since(12) }, filter { type = "theft_from_vehicle", from = since(12) },
}

local harm_points = { low = 0, medium = 1, high = 3, very_high = 4 }

local function longest_series(n)
  local offences, most = n.offences, 0
  for i = 1, #series do
    most = math.max(most, offences:count(series[i]))
  end
  return most
end

local function multiplier(n)
  local m = 1
  if n.custody_status ~= "custody" then m = m + 1 end
  if n:has "gang" or n.needs.drugs == 2 then m = m + 1 end
  if n.offences:any(violent_12m) then m = m + 1 end
  return m
end

matrix "risk" {
  title = "Risk of re-offending, 0 to 64",
  range = { 0, 64 },
  rows = {
    { "recent", "Recent offending", max = 4, points = function(n)
        local count = n.offences:count(to_court_6m)
        return math.min(4, count), count .. " in 6 months"
      end },
    { "harm", "Risk of harm", max = 4, points = function(n) return harm_points[n.risk_of_harm], n.risk_of_harm end },
    { "intel", "Recent intelligence and arrests", max = 4, points = function(n)
        local count = n.intelligence:count(report_3m) + n.offences:count(arrest_3m)
        return math.min(4, count // 2), count .. " in 3 months"
      end },
    { "series", "A series of one kind", max = 4, points = function(n)
        local most = longest_series(n)
        return math.min(4, math.max(0, most - 1)), most .. " of one kind in 12 months"
      end },
    { "mult", "Multiplier, 1 to 4", min = 1, max = 4, points = multiplier },
  },
  total = function(row) return (row.recent + row.harm + row.intel + row.series) * row.mult end,
  bands = { { "red", "Red", from = param.red_from }, { "amber", "Amber", from = param.amber_from }, { "green", "Green" } },
}
