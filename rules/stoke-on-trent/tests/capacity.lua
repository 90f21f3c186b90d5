-- Who keeps a place when there are 362 people for 360 places.
local day = "2026-11-01"
local member = { category = "target", since = "2025-11-01" }

local function violence(count)
  local offences = {}
  for i = 1, count do offences[i] = { type = "violence", outcome = "convicted", date = "2026-09-01" } end
  return offences
end

local function theft(count)
  local offences = {}
  for i = 1, count do offences[i] = { type = "theft_shop", outcome = "convicted", date = "2026-04-01" } end
  return offences
end

local function reports(count)
  local all = {}
  for i = 1, count do all[i] = { date = "2026-10-01", source = 1, assessment = "B", handling = "P", kind = "drugs" } end
  return all
end

local burglary = { type = "burglary_dwelling", outcome = "convicted", date = "2026-02-01" }
local robbery = { type = "robbery", outcome = "convicted", date = "2026-02-01" }

local people = {
  { id = "custody", custody_status = "custody" },
  { id = "remand", custody_status = "remand" },
  { id = "red", risk_of_harm = "very_high", ogrs2 = 80, needs = { drugs = 2 }, offences = violence(4), intelligence = reports(4),
    linked_series = { { id = "S-1", date = "2026-10-01", status = "open" } } },
  -- From 8 to 32: green or amber.
  { id = "unknown-band", risk_of_harm = "very_high", ogrs2 = unknown, offences = violence(4) },
  { id = "amber", risk_of_harm = "high", ogrs2 = 80, needs = { drugs = 2 }, offences = violence(4) },
  -- From 21 to 33: amber, whatever the harm.
  { id = "amber-unsure", risk_of_harm = unknown, ogrs2 = 80, needs = { drugs = 2 }, offences = violence(4), intelligence = reports(3) },
  { id = "green-3", offences = violence(3) },
  { id = "z-green-1-more-theft", offences = theft(3), intelligence = reports(1) },
  { id = "green-1-less-theft", offences = theft(2), intelligence = reports(1) },
}

local list = { nominal { id = "joiner", borough = "Stoke-on-Trent", offences = { burglary, burglary, burglary, burglary, robbery } } }
for i = 1, 352 do list[#list + 1] = nominal { id = "order-" .. i, borough = "Stoke-on-Trent", statutory = true, cohort = member } end
for _, given in ipairs(people) do
  given.borough, given.cohort = "Stoke-on-Trent", member
  list[#list + 1] = nominal(given)
end
local everybody = cohort(list)

local function decided()
  return evaluate(everybody, { as_of = day })
end

describe("places", function()
  it("are kept for people under an order or licence, whatever their score, in prison, or red", function()
    local all = decided()
    for i = 1, 352 do expect(all["order-" .. i].allocation.kept).is_true() end
    for _, id in ipairs { "custody", "remand", "red" } do
      expect(all[id].allocation.kept).is_true()
      expect(all[id].recommendation.action).is("retain")
    end
  end)

  it("are kept where the band is not known, with a warning", function()
    local d = decided()["unknown-band"]
    expect(d.band.risk).is_unknown()
    expect(d.allocation.kept).is_true()
    expect(d).has_warning("keep_unknown")
  end)

  it("go by the score of today, an amber score that is not known in full before any green one", function()
    local all = decided()
    expect(all["amber-unsure"].band.risk).is("amber")
    expect(all["amber-unsure"].score.risk).is_unknown()
    local order = { "amber", "amber-unsure", "green-3", "z-green-1-more-theft", "green-1-less-theft", "joiner" }
    for i, id in ipairs(order) do expect(all[id].allocation.rank).is(356 + i) end
  end)

  it("go to the first 360, and leave the next out with the reason", function()
    local all = decided()
    expect(all["z-green-1-more-theft"]).is_placed()
    expect(all["z-green-1-more-theft"].recommendation.action).is("retain")
    local d = all["green-1-less-theft"]
    expect(d).is_displaced()
    expect(d.recommendation.action).is("deselect")
    expect(d.recommendation.rule).is("allocation")
    expect(d).has_reason("There are 360 places, and this person is number 361 of the 362 who would have one.")
  end)

  it("leave a joiner without one to be monitored, and ask nothing of anybody", function()
    local d = decided()["joiner"]
    expect(d).is_displaced()
    expect(d.recommendation.action).is("monitor")
    expect(d).has_no_tasking()
  end)
end)
