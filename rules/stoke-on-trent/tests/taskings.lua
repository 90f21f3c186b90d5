-- The county's taskings and the city's visit beside each other.
local day = "2026-11-01"

local function many(count, item)
  local list = {}
  for i = 1, count do list[i] = item end
  return list
end

-- A gang's member of whom nothing else is due: scored and reviewed lately, (4 + 3) times 3 is 21, amber.
local function member(given)
  local person = {
    borough = "Stoke-on-Trent", age = 35, cohort = { category = "ppo", since = "-12 months" }, gang = { name = "Example Crew", role = "member", last_confirmed = "2026-09-01" },
    ogrs2 = 80, risk_of_harm = "high", needs = { drugs = 2 }, offences = many(4, { type = "robbery", outcome = "convicted", date = "-2 months" }),
    scores = { { matrix = "risk", score = 21, band = "amber", date = "-5 days" } }, reviews = { { date = "-1 months", outcome = "continue" } },
  }
  for name, value in pairs(given) do person[name] = value end
  return evaluate(nominal(person), { as_of = day })
end

-- (4 + 3 + 4 + 4) times 3 is 45, red.
local red = {
  intelligence = many(4, { date = "-1 months", source = 1, assessment = "B", handling = "P", kind = "drugs" }),
  linked_series = many(4, { id = "S-1", date = "-1 months", status = "open" }),
  scores = { { matrix = "risk", score = 45, band = "red", date = "-5 days", flags = { "W" } } },
}

local function with(person, given)
  local copy = {}
  for name, value in pairs(person) do copy[name] = value end
  for name, value in pairs(given) do copy[name] = value end
  return copy
end

local function kinds(d)
  local list = {}
  for i, tasking in ipairs(d.taskings) do list[i] = tasking.kind end
  return table.concat(list, " ")
end

describe("taskings in the city", function()
  it("are the visit alone for a gang's member of whom nothing else is due", function()
    expect(kinds(member {})).is("gang_visit")
  end)

  it("have the visit before the review", function()
    expect(kinds(member { reviews = {} })).is("gang_visit review")
  end)

  it("ask for somebody wanted to be found, and for the visit", function()
    local d = member(red)
    expect(d.score.risk).is(45)
    expect(d.band.risk).is("red")
    expect(kinds(d)).is("wanted gang_visit")
  end)

  it("ask to reconsider somebody monitored who is red again", function()
    expect(kinds(member(with(red, { cohort = { category = "monitor", since = "-12 months" } })))).is("wanted gang_visit reconsider refer_again")
  end)

  it("plan a release, and leave the visit until then", function()
    expect(kinds(member { custody_status = "custody", release_date = "2026-12-24" })).is("release_plan")
  end)
end)
