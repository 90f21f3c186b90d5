-- The visit with the gang team, and whom it is not for.
local day = "2026-11-01"

local function member(given)
  local person = {
    borough = "Stoke-on-Trent", cohort = { category = "ppo", since = "-12 months" }, risk_of_harm = "high",
    gang = { name = "Example Crew", role = "member" },
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
    expect(d.tasking.gang_visit.because).is("recorded with a gang, and not green")
  end)

  it("is not asked for somebody in no gang", function()
    local d = evaluate(nominal { borough = "Stoke-on-Trent", cohort = { category = "ppo", since = "-12 months" }, risk_of_harm = "very_high", ogrs2 = 80 }, { as_of = day })
    expect(d).has_no_tasking("gang_visit")
  end)

  it("is not asked for somebody green", function()
    expect(member { offences = {} }).has_no_tasking("gang_visit")
  end)

  for _, status in ipairs { "custody", "remand" } do
    it("is not asked in " .. status, function()
      expect(member { custody_status = status }).has_no_tasking("gang_visit")
    end)
  end

  for _, role in ipairs { "exploited", "victim" } do
    it("is refused for somebody recorded only as " .. role .. ", who is referred for safeguarding", function()
      local d = member { gang = { name = "Example Crew", role = role } }
      expect(d).has_no_tasking("gang_visit")
      expect(d).has_tasking("safeguarding")
    end)
  end

  it("is asked once in two months", function()
    expect(member { taskings = { { kind = "gang_visit", opened = "-2 months", status = "done" } } }).has_no_tasking("gang_visit")
    expect(member { taskings = { { kind = "gang_visit", opened = "2026-08-31", status = "done" } } }).has_tasking("gang_visit")
  end)
end)
