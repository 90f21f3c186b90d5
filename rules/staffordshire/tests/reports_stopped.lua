-- What happens to the risk score when intelligence stops, and who is asked to look.
local day = "2026-11-01"

local function report(on, assessment)
  return { date = on, source = 1, assessment = assessment or "B", handling = "P", kind = "drugs" }
end

local function score(on)
  return { matrix = "risk", score = 4, band = "green", date = on }
end

local function member(given)
  local person = {
    borough = "Stafford", cohort = { category = "ppo", since = "-12 months" }, reviews = { { date = "-1 months", outcome = "continue" } },
    offences = { { type = "violence", outcome = "convicted", date = "-1 months" } },
    intelligence = { report "2026-07-31" }, scores = { score "2026-10-31" },
  }
  for name, value in pairs(given) do person[name] = value end
  return nominal(person)
end

local function on(date, given)
  return evaluate(member(given), { as_of = date })
end

describe("intelligence that stops", function()
  it("lowers the score by itself from the day on which the reports are too old", function()
    expect(on("2026-10-31", {}).score.risk).is(2)
    expect(on("2026-11-01", {}).score.risk).is(1)
  end)

  it("asks for a new score from that day on", function()
    expect(on("2026-10-31", {})).has_no_tasking("reports_stopped")
    local d = on("2026-11-01", {})
    expect(d).has_tasking("reports_stopped", { owner = "iom_analyst", due = "2026-11-03" })
    expect(d.tasking.reports_stopped.because).is("no report in 3 months, and no score since")
  end)

  it("is not asked about once there is a score from after that day", function()
    expect(on(day, { scores = { score "2026-10-31" } })).has_tasking("reports_stopped")
    expect(on(day, { scores = { score "2026-11-01" } })).has_no_tasking("reports_stopped")
    expect(on(day, { scores = {} })).has_tasking("reports_stopped")
    expect(on(day, { scores = { { matrix = "sac", score = 4, date = "2026-11-01" } } })).has_tasking("reports_stopped")
  end)

  it("is not asked about where there never was a report", function()
    expect(on(day, { intelligence = {} })).has_no_tasking("reports_stopped")
    expect(on(day, { intelligence = { report("2026-07-31", "E") } })).has_no_tasking("reports_stopped")
  end)

  it("counts reports of the last two years", function()
    expect(on(day, { intelligence = { report "2024-11-01" }, scores = {} })).has_tasking("reports_stopped")
    expect(on(day, { intelligence = { report "2024-10-31" }, scores = {} })).has_no_tasking("reports_stopped")
  end)

  it("is not asked about while reports come", function()
    expect(on(day, { intelligence = { report "2026-07-31", report "2026-08-01" } })).has_no_tasking("reports_stopped")
  end)

  for _, status in ipairs { "custody", "remand" } do
    it("is not asked about in " .. status, function()
      expect(on(day, { custody_status = status })).has_no_tasking("reports_stopped")
    end)
  end

  it("is asked about once a month", function()
    expect(on(day, { taskings = { { kind = "reports_stopped", opened = "2026-10-01", status = "done" } } })).has_no_tasking("reports_stopped")
    expect(on(day, { taskings = { { kind = "reports_stopped", opened = "2026-09-30", status = "done" } } })).has_tasking("reports_stopped")
  end)
end)
