-- What the county asks people to do, and when it does not ask again.
local day = "2026-11-01"

-- Somebody in the cohort, scored last month and reviewed lately, so that nothing is due.
local function member(given)
  local person = {
    borough = "Stafford", cohort = { category = "ppo", since = "-12 months" },
    scores = { { matrix = "risk", score = 4, band = "green", date = "-5 days" } },
    reviews = { { date = "-1 months", outcome = "continue" } },
  }
  for name, value in pairs(given) do person[name] = value end
  return evaluate(nominal(person), { as_of = day })
end

-- Somebody rated red today: (4 + 4 + 3 + 0) times 4 is 44.
local function red(given)
  local person = {
    ogrs2 = 80, risk_of_harm = "very_high", needs = { drugs = 2 },
    offences = {
      { type = "robbery", outcome = "convicted", date = "-2 months" }, { type = "robbery", outcome = "convicted", date = "-2 months" },
      { type = "robbery", outcome = "convicted", date = "-2 months" }, { type = "robbery", outcome = "convicted", date = "-2 months" },
      { type = "breach", outcome = "cautioned", date = "-2 months" },
    },
    intelligence = {
      { date = "-1 months", source = 1, assessment = "B", handling = "P", kind = "drugs" },
      { date = "-1 months", source = 1, assessment = "B", handling = "P", kind = "drugs" },
      { date = "-1 months", source = 1, assessment = "B", handling = "P", kind = "drugs" },
    },
  }
  for name, value in pairs(given) do person[name] = value end
  return member(person)
end

describe("taskings", function()
  it("ask nothing of anybody about a person of whom nothing is due", function()
    expect(#member({}).taskings).is(0)
  end)

  it("ask nothing about somebody who is neither in the cohort nor selected", function()
    local d = evaluate(nominal { borough = "Stafford" }, { as_of = day })
    expect(#d.taskings).is(0)
  end)

  describe("safeguarding", function()
    for _, role in ipairs { "exploited", "victim" } do
      it("is asked for somebody recorded with a gang as " .. role, function()
        local d = member { gang = { name = "Example Crew", role = role } }
        expect(d).has_tasking("safeguarding", { owner = "safeguarding_lead", priority = "high", due = "2026-11-03" })
      end)
    end

    for _, role in ipairs { "core", "member", "peripheral", "associate" } do
      it("is not asked for a gang's " .. role, function()
        expect(member { gang = { name = "Example Crew", role = role } }).has_no_tasking("safeguarding")
      end)
    end

    it("is not asked again within three months", function()
      local gang = { name = "Example Crew", role = "exploited" }
      expect(member { gang = gang, taskings = { { kind = "safeguarding", opened = "-3 months", status = "done" } } }).has_no_tasking("safeguarding")
      expect(member { gang = gang, taskings = { { kind = "safeguarding", opened = "2026-07-31", status = "done" } } }).has_tasking("safeguarding")
      expect(member { gang = gang, taskings = { { kind = "safeguarding", opened = "-9 months", status = "open" } } }).has_no_tasking("safeguarding")
    end)
  end)

  describe("wanted", function()
    local marked = { { matrix = "risk", score = 45, band = "red", date = "-5 days", flags = { "W" } } }

    it("is asked for somebody marked as wanted beside the latest score who is red today", function()
      local d = red { scores = marked }
      expect(d.band.risk).is("red")
      expect(d).has_tasking("wanted", { owner = "field_officer", priority = "high", due = "2026-11-02" })
      expect(d.tasking.wanted.because).is("marked as wanted beside the latest score, and rated red today")
    end)

    it("is not asked for somebody who is not red today", function()
      expect(member { scores = marked }).has_no_tasking("wanted")
    end)

    it("is not asked for somebody in prison, however rated", function()
      expect(red { scores = marked, custody_status = "custody" }).has_no_tasking("wanted")
    end)

    it("is not asked where the mark stands beside an earlier score only", function()
      local d = red { scores = {
        { matrix = "risk", score = 45, band = "red", date = "-20 days", flags = { "W" } },
        { matrix = "risk", score = 45, band = "red", date = "-5 days" },
      } }
      expect(d).has_no_tasking("wanted")
    end)

    it("is not asked where nobody was ever scored", function()
      expect(red { scores = {} }).has_no_tasking("wanted")
    end)

    it("is refused for somebody recorded only as exploited by a gang", function()
      local d = red { scores = marked, gang = { name = "Example Crew", role = "exploited" } }
      expect(d).has_no_tasking("wanted")
      expect(d).has_tasking("safeguarding")
    end)

    it("is asked once a month", function()
      expect(red { scores = marked, taskings = { { kind = "wanted", opened = "-1 months", status = "done" } } }).has_no_tasking("wanted")
      expect(red { scores = marked, taskings = { { kind = "wanted", opened = "2026-09-30", status = "done" } } }).has_tasking("wanted")
    end)
  end)

  describe("reassess", function()
    it("is asked when the last score is over a month old", function()
      local d = member { scores = { { matrix = "risk", score = 4, band = "green", date = "2026-09-30" } } }
      expect(d).has_tasking("reassess", { owner = "iom_analyst", due = "2026-11-03", because = "no score since 2026-10-01" })
    end)

    it("is not asked when it is a month old to the day", function()
      expect(member { scores = { { matrix = "risk", score = 4, band = "green", date = "2026-10-01" } } }).has_no_tasking("reassess")
    end)

    it("is not content with a score of another matrix", function()
      expect(member { scores = { { matrix = "sac", score = 4, date = "-5 days" } } }).has_tasking("reassess")
    end)

    it("waits while somebody is in prison", function()
      expect(member { scores = {}, custody_status = "custody" }).has_no_tasking("reassess")
      expect(member { scores = {}, custody_status = "remand" }).has_no_tasking("reassess")
      expect(member { scores = {}, custody_status = "licence" }).has_tasking("reassess")
    end)

    it("is asked once a month", function()
      expect(member { scores = {}, taskings = { { kind = "reassess", opened = "-1 months", status = "done" } } }).has_no_tasking("reassess")
      expect(member { scores = {}, taskings = { { kind = "reassess", opened = "2026-09-30", status = "done" } } }).has_tasking("reassess")
    end)
  end)

  describe("release_plan", function()
    it("is asked 84 days before release", function()
      local d = member { custody_status = "custody", release_date = "2027-01-24" }
      expect(d).has_tasking("release_plan", { owner = "field_officer", due = "2026-11-15" })
      expect(d.tasking.release_plan.because).is("to be released on 2027-01-24")
    end)

    it("is not asked 85 days before", function()
      expect(member { custody_status = "custody", release_date = "2027-01-25" }).has_no_tasking("release_plan")
    end)

    it("is not asked of somebody at liberty", function()
      expect(member { custody_status = "licence", release_date = "2027-01-24" }).has_no_tasking("release_plan")
    end)

    it("says so when the date of release is not known", function()
      local d = member { custody_status = "custody", release_date = unknown }
      expect(d).has_no_tasking("release_plan")
      expect(d).has_warning("unknown")
    end)

    it("is asked once in three months", function()
      local person = { custody_status = "custody", release_date = "2026-12-24" }
      person.taskings = { { kind = "release_plan", opened = "-3 months", status = "done" } }
      expect(member(person)).has_no_tasking("release_plan")
      person.taskings = { { kind = "release_plan", opened = "2026-07-31", status = "done" } }
      expect(member(person)).has_tasking("release_plan")
    end)
  end)

  describe("review", function()
    it("is asked where the last is over three months ago", function()
      local d = member { reviews = { { date = "2026-07-31", outcome = "continue" } } }
      expect(d).has_tasking("review", { owner = "iom_team", due = "2026-11-15" })
      expect(d.tasking.review.because).is("no review in 3 months")
    end)

    it("is not asked where it is three months ago to the day", function()
      expect(member { reviews = { { date = "2026-08-01", outcome = "continue" } } }).has_no_tasking("review")
    end)

    it("is asked once in three months", function()
      expect(member { reviews = {}, taskings = { { kind = "review", opened = "-3 months", status = "done" } } }).has_no_tasking("review")
      expect(member { reviews = {}, taskings = { { kind = "review", opened = "2026-07-31", status = "done" } } }).has_tasking("review")
    end)
  end)

  describe("reconsider", function()
    local monitored = { category = "monitor", since = "-12 months" }

    it("is asked for somebody who is monitored and red again", function()
      local d = red { cohort = monitored }
      expect(d).has_tasking("reconsider", { owner = "iom_team", priority = "high", due = "2026-11-08" })
      expect(d.tasking.reconsider.because).is("rated red today")
    end)

    it("is not asked for somebody who is monitored and not red", function()
      expect(member { cohort = monitored }).has_no_tasking("reconsider")
    end)

    it("is not asked for somebody who is managed already", function()
      expect(red {}).has_no_tasking("reconsider")
    end)

    it("is asked once a month", function()
      expect(red { cohort = monitored, taskings = { { kind = "reconsider", opened = "-1 months", status = "done" } } }).has_no_tasking("reconsider")
      expect(red { cohort = monitored, taskings = { { kind = "reconsider", opened = "2026-09-30", status = "done" } } }).has_tasking("reconsider")
    end)
  end)
end)
