-- The visit with the gang team, and whom it is not for.
local day = "2026-11-01"

local function member(given)
  local person = {
    borough = "Stoke-on-Trent", cohort = { category = "ppo", since = "-12 months" }, risk_of_harm = "high",
    gang = { name = "Example Crew", role = "member", last_confirmed = "2026-09-01" },
    -- (4 + 3) times 3 is 21: amber.
    ogrs2 = 80, needs = { drugs = 2 },
    offences = {
      { type = "robbery", outcome = "convicted", date = "-2 months" }, { type = "robbery", outcome = "convicted", date = "-2 months" },
      { type = "robbery", outcome = "convicted", date = "-2 months" }, { type = "robbery", outcome = "convicted", date = "-2 months" },
    },
  }
  for name, value in pairs(given) do person[name] = value end
  return evaluate(nominal(person), { as_of = day })
end

describe("gang visit", function()
  it("is asked for a gang's member who is not green", function()
    local d = member {}
    expect(d.band.risk).is("amber")
    expect(d).has_tasking("gang_visit", { owner = "gang_team", due = "2026-11-08" })
    expect(d.tasking.gang_visit.because).is("a core or full member of a gang, by crimes of their own, and not green")
  end)

  it("is not asked for somebody in no gang", function()
    local d = evaluate(nominal { borough = "Stoke-on-Trent", cohort = { category = "ppo", since = "-12 months" }, risk_of_harm = "very_high", ogrs2 = 80 }, { as_of = day })
    expect(d).has_no_tasking("gang_visit")
  end)

  it("is not asked for somebody green", function()
    local one = { { type = "robbery", outcome = "convicted", date = "-2 months" } }
    expect(member { offences = one }.met.takes_part).is_true()
    expect(member { offences = one }).has_no_tasking("gang_visit")
  end)

  for _, role in ipairs { "peripheral", "associate" } do
    it("is not asked for a gang's " .. role, function()
      expect(member { gang = { name = "Example Crew", role = role, last_confirmed = "2026-09-01" } }).has_no_tasking("gang_visit")
    end)
  end

  for _, status in ipairs { "custody", "remand" } do
    it("is not asked in " .. status, function()
      expect(member { custody_status = status }).has_no_tasking("gang_visit")
    end)
  end

  for _, role in ipairs { "exploited", "victim" } do
    it("is not for somebody recorded as " .. role .. ", who is referred for safeguarding", function()
      local d = member { gang = { name = "Example Crew", role = role } }
      expect(d).has_no_tasking("gang_visit")
      expect(d).has_tasking("safeguarding", { owner = "safeguarding_lead", priority = "high", due = "2026-11-03" })
      expect(d.tasking.safeguarding.because).is("recorded with a gang as exploited or as a victim")
    end)
  end

  it("is asked once in two months", function()
    expect(member { taskings = { { kind = "gang_visit", opened = "-2 months", status = "done" } } }).has_no_tasking("gang_visit")
    expect(member { taskings = { { kind = "gang_visit", opened = "2026-08-31", status = "done" } } }).has_tasking("gang_visit")
  end)
end)

describe("a child recorded with a gang", function()
  local function child(given)
    local all = { age = 17 }
    for name, value in pairs(given) do all[name] = value end
    return member(all)
  end

  it("is met with a plan, and no visit of the gang team", function()
    local d = child {}
    expect(d).has_tasking("gang_child_plan", { owner = "youth_offending_team", due = "2026-11-08" })
    expect(d.tasking.gang_child_plan.because).is("a core or full member of a gang, by crimes of their own, and not green")
    expect(d).has_no_tasking("gang_visit")
    expect(member { age = 18 }).has_tasking("gang_visit")
    expect(member { age = 18 }).has_no_tasking("gang_child_plan")
  end)

  it("is referred for safeguarding, whatever the role", function()
    expect(child {}.tasking.safeguarding.because).is("a child recorded with a gang")
    expect(child { gang = { name = "Example Crew", role = "associate" } }).has_tasking("safeguarding")
    expect(member { age = 18 }).has_no_tasking("safeguarding")
    local none = evaluate(nominal { borough = "Stoke-on-Trent", age = 17, cohort = { category = "ppo", since = "-12 months" } }, { as_of = day })
    expect(none).has_no_tasking("safeguarding")
  end)

  it("has no new plan within two months", function()
    expect(child { taskings = { { kind = "gang_child_plan", opened = "-2 months", status = "done" } } }).has_no_tasking("gang_child_plan")
    expect(child { taskings = { { kind = "gang_child_plan", opened = "2026-08-31", status = "done" } } }).has_tasking("gang_child_plan")
  end)
end)

describe("safeguarding", function()
  local gang = { name = "Example Crew", role = "victim" }

  it("is not asked for again within three months", function()
    expect(member { gang = gang, taskings = { { kind = "safeguarding", opened = "-3 months", status = "done" } } }).has_no_tasking("safeguarding")
    expect(member { gang = gang, taskings = { { kind = "safeguarding", opened = "2026-07-31", status = "done" } } }).has_tasking("safeguarding")
  end)

  it("says so where the record does not tell whether there is a gang", function()
    local d = member { gang = unknown }
    expect(d).has_no_tasking("safeguarding")
    expect(d).has_warning("unknown")
  end)
end)
