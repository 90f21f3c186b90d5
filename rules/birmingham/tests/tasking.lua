-- What the city-centre group adds, and that help decides nothing about selection.
local day = "2026-11-01"

local function member(given)
  local person = {
    borough = "Birmingham", cohort = { category = "city_centre", since = "-12 months" },
    reviews = { { date = "-1 months", outcome = "continue" } }, here = { rough_sleeping = true, known_to_outreach = true },
  }
  for name, value in pairs(given) do person[name] = value end
  return evaluate(nominal(person), { as_of = day })
end

describe("the council's homelessness team", function()
  it("is told first of all", function()
    local d = member {}
    expect(d).has_tasking("housing_duty", { owner = "local_unit", due = "2026-11-04", priority = "high", because = "homeless, and no referral under way" })
    expect(#d.taskings).is(2)
  end)

  it("is told of anybody without housing, in prison too", function()
    expect(member { here = { housing = "none" } }).has_tasking("housing_duty")
    expect(member { custody_status = "custody", release_date = "2030-01-01" }).has_tasking("housing_duty")
    expect(member { here = { housing = "temporary" } }).has_no_tasking("housing_duty")
  end)

  for _, outcome in ipairs { "pending", "accepted", "started" } do
    it("is not told again while a referral is " .. outcome, function()
      expect(member { referrals = { { service = "housing_duty", date = "-4 months", outcome = outcome } } }).has_no_tasking("housing_duty")
      expect(member { referrals = { { service = "mentoring", date = "-4 months", outcome = outcome } } }).has_tasking("housing_duty")
    end)
  end

  it("is told again where it refused, and once in three months", function()
    expect(member { referrals = { { service = "housing_duty", date = "-4 months", outcome = "refused" } } }).has_tasking("housing_duty")
    expect(member { taskings = { { kind = "housing_duty", opened = "-3 months", status = "done" } } }).has_no_tasking("housing_duty")
    expect(member { taskings = { { kind = "housing_duty", opened = "2026-07-31", status = "done" } } }).has_tasking("housing_duty")
  end)
end)

describe("the outreach team", function()
  it("comes along where it knows the person", function()
    expect(member {}).has_tasking("outreach", { owner = "outreach_team", due = "2026-11-08", because = "homeless, and known to the outreach team" })
    expect(member { here = { rough_sleeping = true, known_to_outreach = false } }).has_no_tasking("outreach")
    expect(member { here = { housing = "settled", known_to_outreach = true } }).has_no_tasking("outreach")
  end)

  for _, status in ipairs { "custody", "remand" } do
    it("is not asked to meet anybody on " .. status, function()
      expect(member { custody_status = status, release_date = "2030-01-01" }).has_no_tasking("outreach")
    end)
  end

  it("is asked once a month", function()
    expect(member { taskings = { { kind = "outreach", opened = "-1 months", status = "done" } } }).has_no_tasking("outreach")
    expect(member { taskings = { { kind = "outreach", opened = "2026-09-30", status = "done" } } }).has_tasking("outreach")
  end)

  it("decides nothing about selection by what it knows", function()
    local d = evaluate(nominal { borough = "Birmingham", here = { rough_sleeping = true, known_to_outreach = true } }, { as_of = day })
    expect(d.recommendation.action).is("none")
    expect(d).does_not_read("local.known_to_outreach")
  end)
end)

describe("whoever moves away", function()
  it("is handed over to the unit of the new area", function()
    local d = member { borough = "Coventry" }
    expect(d.recommendation.rule).is("moved")
    expect(d.recommendation.title).is("No longer lives in Birmingham: handed over to the unit of the new area")
  end)
end)

describe("the region's safeguards", function()
  for _, role in ipairs { "exploited", "victim" } do
    it("hold here: no enforcement for somebody recorded as " .. role, function()
      local violence = { type = "violence", outcome = "convicted", date = "-2 months" }
      local d = member { gang = { name = "Example Crew", role = role }, offences = { violence, violence, violence } }
      expect(d).has_no_tasking("gang_enforcement")
      expect(d).has_tasking("safeguarding")
    end)
  end
end)

property "nobody is chosen for being homeless" {
  given = { ["local"] = { rough_sleeping = true, housing = "none", centre_crimes = {} } }, never_selects = "city_centre",
}
property "what the outreach team knows changes no recommendation" {
  set = { ["local"] = { known_to_outreach = true } }, never_changes = "recommendation",
}
property "nobody recorded as exploited by a gang is met with enforcement" {
  given = { gang = { name = "Example Crew", role = "exploited" } }, never_tasks = "gang_enforcement",
}
