local cost = require "common.cost"
local windows = require "common.windows"

local crimes = filter { outcome = "convicted" }
local of_the_year = filter { outcome = "convicted", within = months(param.crime_months) }

local how_fresh = windows.steps {
  { months(param.fresh_months), param.fresh_points }, { months(param.crime_months), param.crime_points },
}

local function counts(offence)
  return offence.outcome == "convicted" and windows.holds(offence.date, months(param.crime_months))
end

matrix "recency" {
  title = "How fresh the latest crime is", note = "illustrative",
  range = { 0, param.fresh_points },
  rows = {
    { "latest", "Latest crime", max = param.fresh_points, points = function(n)
        local latest = n.offences:latest(crimes)
        return how_fresh(latest and latest.date)
      end },
  },
}

tasking {
  { "cost", "Put the cost of their crimes before the board", owner = "analyst", source = "Home Office Online Report 30/05",
    when = function(n) return n.offences:any(of_the_year) end,
    because = function(n)
      local pounds, left_out = cost.of_offences(n.offences, param.price_year, counts)
      return "£" .. pounds .. " in prices of " .. param.price_year .. (left_out and "; " .. left_out or "")
    end },
}
