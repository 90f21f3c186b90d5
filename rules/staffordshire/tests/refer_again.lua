-- Somebody who is monitored and comes before a court again is referred again.
local day = "2026-11-01"

local function burglaries(count, latest, outcome)
  local offences = {}
  for i = 1, count do
    offences[i] = { type = "burglary_dwelling", outcome = i == count and outcome or "convicted", date = i == count and latest or "2026-04-01" }
  end
  return offences
end

local function monitored(given)
  local person = {
    borough = "Stafford", cohort = { category = "monitor", since = "-12 months" }, offences = burglaries(4, "2026-08-01"),
    scores = { { matrix = "risk", score = 25, band = "amber", date = "-5 days" } }, reviews = { { date = "-1 months", outcome = "continue" } },
  }
  for name, value in pairs(given) do person[name] = value end
  return evaluate(nominal(person), { as_of = day })
end

describe("refer again", function()
  it("is asked for somebody monitored who reaches the score for Target by a fresh offence", function()
    local d = monitored {}
    expect(d.band.sac).is("target")
    expect(d).has_tasking("refer_again", { owner = "iom_team", due = "2026-11-15" })
    expect(d.tasking.refer_again.because).is("an offence in 3 months, and a score of Target or above")
  end)

  it("counts a charge, and no arrest", function()
    expect(monitored { offences = burglaries(5, "2026-10-01", "charged") }).has_tasking("refer_again")
    expect(monitored { offences = burglaries(5, "2026-10-01", "arrested") }).has_no_tasking("refer_again")
  end)

  it("is not asked where the last offence is over three months old", function()
    expect(monitored { offences = burglaries(5, "2026-07-31") }).has_no_tasking("refer_again")
  end)

  it("is not asked below the score for Target", function()
    expect(monitored { offences = burglaries(2, "2026-10-01") }).has_no_tasking("refer_again")
  end)

  it("is not asked for somebody who is managed", function()
    expect(monitored { cohort = { category = "ppo", since = "-12 months" } }).has_no_tasking("refer_again")
  end)

  it("is asked once in three months", function()
    expect(monitored { taskings = { { kind = "refer_again", opened = "2026-08-01", status = "done" } } }).has_no_tasking("refer_again")
    expect(monitored { taskings = { { kind = "refer_again", opened = "2026-07-31", status = "done" } } }).has_tasking("refer_again")
  end)
end)
