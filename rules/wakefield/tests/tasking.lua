-- What the pack asks people to do, when, and when it does not ask again.
local day = "2026-11-01"

-- Somebody on the list of whom nothing is asked.
local function member(given)
  local person = {
    statutory = true, cohort = { category = "ppo", since = "-12 months", lead_agency = "NPS" },
    reviews = { { date = "-5 days", outcome = "continue", by = "steering_group" } },
    offences = { { type = "public_order", outcome = "convicted", date = "-2 months" } },
    here = { case_document = "-1 months", exit_plan = "-6 months" },
  }
  for name, value in pairs(given) do person[name] = value end
  return evaluate(nominal(person), { as_of = day })
end

local function reviewed(date)
  return { { date = date, outcome = "continue", by = "steering_group" } }
end

-- Enough for the list by themselves: 30 for the grave ones, 15 for the others and 5 for the record.
local function crimes(date)
  local list = {}
  for i = 1, 8 do list[i] = { type = i <= 3 and "robbery" or "theft_shop", outcome = "convicted", date = date } end
  return list
end

local in_exit = { category = "exit", since = "-24 months", lead_agency = "NPS" }
local monitored = { category = "monitor", since = "-2 months" }

-- Each tasking of members with what brings it about, who does it and by when. It is not asked again after one that was opened on
-- `last` or later; it is after one of the day before, `before`.
local asked = {
  review = {
    because = "last looked at on 2026-10-20", owner = "practitioners_group", due = "2026-11-03", last = "2026-10-25", before = "2026-10-24",
    person = { reviews = reviewed("2026-10-20") },
  },
  formal_review = {
    because = "settled for 6 months", owner = "practitioners_group", due = "2026-11-15", priority = "high", last = "2026-10-01", before = "2026-09-30",
    person = { offences = {} },
  },
  confirm_place = {
    because = "not confirmed in 6 months", owner = "steering_group", due = "2026-11-15", last = "2026-05-01", before = "2026-04-30",
    person = { reviews = { { date = "-5 days", outcome = "continue", by = "practitioners_group" } } },
  },
  reconsider = {
    because = "scores 50 or more", owner = "practitioners_group", due = "2026-11-15", priority = "high", last = "2026-10-01", before = "2026-09-30",
    person = { cohort = in_exit, convictions_total = 15, offences = crimes("-2 months") },
  },
  induction_letter = {
    because = "joined on 2026-10-01", owner = "ppo_coordinator", due = "2026-11-15", last = "2026-09-01", before = "2026-08-31",
    person = { cohort = { category = "ppo", since = "2026-10-01", lead_agency = "NPS" } },
  },
  name_lead = {
    because = "no agency is named", owner = "practitioners_group", due = "2026-11-15", last = "2026-10-01", before = "2026-09-30",
    person = { cohort = { category = "ppo", since = "-12 months", lead_agency = unknown } },
  },
  case_document = {
    because = "none on record from the last 3 months", owner = "lead_worker", due = "2026-11-29", last = "2026-10-01", before = "2026-09-30",
    person = { here = { exit_plan = "-6 months", case_document = "2026-07-31" } },
  },
  exit_plan = {
    because = "none on record", owner = "lead_worker", due = "2026-11-29", last = "2026-10-01", before = "2026-09-30",
    person = { here = { case_document = "-1 months", exit_plan = unknown } },
  },
  exit_support = {
    because = "in the exit stage", owner = "lead_worker", due = "2026-11-15", last = "2026-08-01", before = "2026-07-31",
    person = { cohort = in_exit },
  },
  voluntary_contact = {
    because = "under no order or licence, and not in prison", owner = "probation_coordinator", due = "2026-11-15", last = "2026-10-01",
    before = "2026-09-30", person = { statutory = false },
  },
  handover = {
    because = "now lives in Tamworth", owner = "ppo_coordinator", due = "2026-11-15", last = "2026-08-01", before = "2026-07-31",
    person = { borough = "Tamworth" },
  },
  find_prison = {
    because = "in prison, and no prison is named", owner = "ppo_coordinator", due = "2026-11-08", last = "2026-10-01", before = "2026-09-30",
    person = { custody_status = "custody", prison = unknown },
  },
  prison_visit = {
    because = "in prison", owner = "probation_coordinator", due = "2026-11-29", last = "2026-08-01", before = "2026-07-31",
    person = { custody_status = "remand" },
  },
  release_plan = {
    because = "to be released on 2026-12-01", owner = "probation_coordinator", due = "2026-11-15", priority = "high", last = "2026-09-01",
    before = "2026-08-31", person = { custody_status = "custody", release_date = "2026-12-01" },
  },
}

local function with(person, changes)
  local copy = {}
  for name, value in pairs(person) do copy[name] = value end
  for name, value in pairs(changes) do copy[name] = value end
  return copy
end

describe("taskings", function()
  it("ask nothing about a member of whom nothing is due", function()
    expect(#member({}).taskings).is(0)
  end)

  it("ask only for confirmation of somebody who is recommended", function()
    local d = evaluate(nominal {
      convictions_total = 15, offences = crimes("-2 months"), needs = { drugs = 2, accommodation = 2 }, custody_status = "custody",
    }, { as_of = day })
    expect(d).has_reason("ppo")
    expect(#d.taskings).is(1)
    expect(d).has_tasking("confirm_entry", { owner = "practitioners_group", due = "2026-11-15" })
    expect(d.tasking.confirm_entry.because).is("scores 50 or more; not confirmed yet")
  end)

  it("ask for confirmation once a month, and where the score is open and the answer is not", function()
    local person = { convictions_total = 15, ogrs2 = unknown, offences = crimes("-2 months") }
    expect(evaluate(nominal(person), { as_of = day })).has_tasking("confirm_entry")
    local asked_before = with(person, { taskings = { { kind = "confirm_entry", opened = "2026-10-01", status = "done" } } })
    expect(evaluate(nominal(asked_before), { as_of = day })).has_no_tasking("confirm_entry")
    local long_ago = with(person, { taskings = { { kind = "confirm_entry", opened = "2026-09-30", status = "done" } } })
    expect(evaluate(nominal(long_ago), { as_of = day })).has_tasking("confirm_entry")
  end)

  for id, want in pairs(asked) do
    describe(id, function()
      it("is asked of its owner, in its time", function()
        local d = member(want.person)
        expect(d).has_tasking(id, { owner = want.owner, due = want.due, priority = want.priority })
        expect(d.tasking[id].because).is(want.because)
      end)

      it("is not asked again too soon", function()
        expect(member(with(want.person, { taskings = { { kind = id, opened = want.last, status = "done" } } }))).has_no_tasking(id)
        expect(member(with(want.person, { taskings = { { kind = id, opened = want.before, status = "done" } } }))).has_tasking(id)
      end)
    end)
  end

  describe("of the fortnightly review", function()
    it("wait until a week after the last", function()
      expect(member { reviews = reviewed("2026-10-25") }).has_no_tasking("review")
      expect(member { reviews = reviewed("2026-10-24") }).has_tasking("review", { due = "2026-11-07" })
    end)

    it("are due a fortnight after the last, or at the next meeting where that is past", function()
      expect(member { reviews = reviewed("2026-10-19") }).has_tasking("review", { due = "2026-11-02" })
      expect(member { reviews = reviewed("2026-10-18") }).has_tasking("review", { due = "2026-11-08" })
      expect(member { reviews = reviewed("2026-08-01") }).has_tasking("review", { due = "2026-11-08" })
    end)

    it("come for a case that was never looked at", function()
      local d = member { reviews = {} }
      expect(d).has_tasking("review", { due = "2026-11-08" })
      expect(d.tasking.review.because).is("not looked at yet")
    end)

    it("follow the latest review", function()
      expect(member { reviews = { reviewed("2026-08-01")[1], reviewed("2026-10-20")[1] } }).has_tasking("review", { due = "2026-11-03" })
    end)

    it("come for those who are looked at again, who get nothing else", function()
      local d = member { cohort = monitored, reviews = {}, here = {}, statutory = false, custody_status = "custody", needs = { drugs = 2 } }
      expect(#d.taskings).is(1)
      expect(d).has_tasking("review")
    end)
  end)

  describe("of the steering group", function()
    it("come after six months without its confirmation", function()
      local function steering(date)
        return { { date = date, outcome = "continue", by = "steering_group" }, { date = "-5 days", outcome = "continue" } }
      end
      expect(member { reviews = steering("2026-05-01") }).has_no_tasking("confirm_place")
      expect(member { reviews = steering("2026-04-30") }).has_tasking("confirm_place")
    end)

    it("do not come for those who are only looked at again", function()
      expect(member { cohort = monitored, reviews = {} }).has_no_tasking("confirm_place")
    end)

    it("bring a formal review before somebody leaves", function()
      local d = member { cohort = in_exit, offences = {} }
      expect(d.recommendation.rule).is("leave")
      expect(d).has_tasking("formal_review")
      expect(d.tasking.formal_review.because).is("settled for 12 months")
    end)

    it("bring none for somebody in the exit stage who is settled for six months only", function()
      local d = member { cohort = in_exit, offences = { { type = "public_order", outcome = "convicted", date = "-8 months" } } }
      expect(d.met.settled).is_true()
      expect(d).has_no_tasking("formal_review")
    end)

    it("bring none for those who are only looked at again", function()
      expect(member { cohort = monitored, offences = {} }).has_no_tasking("formal_review")
    end)
  end)

  describe("of reconsidering", function()
    local again = { convictions_total = 15, offences = crimes("-2 months") }

    it("come for those who are looked at again and score for the list", function()
      expect(member(with(again, { cohort = monitored }))).has_tasking("reconsider")
    end)

    it("do not come for those who are on the list, or score less", function()
      expect(member(again)).has_no_tasking("reconsider")
      expect(member(with(again, { cohort = in_exit, convictions_total = 0 }))).has_no_tasking("reconsider")
    end)
  end)

  describe("of the case", function()
    it("bring the letter to those who joined a month ago to the day, and not to others", function()
      expect(member { cohort = { category = "ppo", since = "2026-09-30", lead_agency = "NPS" } }).has_no_tasking("induction_letter")
      expect(member { cohort = { category = "monitor", since = "2026-10-15" } }).has_no_tasking("induction_letter")
    end)

    it("leave a document of three months ago to the day alone, and ask for one that is not there", function()
      expect(member { here = { exit_plan = "-6 months", case_document = "2026-08-01" } }).has_no_tasking("case_document")
      expect(member { here = { exit_plan = "-6 months", case_document = unknown } }).has_tasking("case_document")
    end)

    it("offer contact by consent only to people at liberty and under no order", function()
      expect(member { statutory = false, custody_status = "custody", prison = "HMP Example" }).has_no_tasking("voluntary_contact")
      expect(member { statutory = false, custody_status = "remand", prison = "HMP Example" }).has_no_tasking("voluntary_contact")
    end)

    it("ask nothing of a monitored person who moved, joined lately or left the exit stage", function()
      local d = member { cohort = monitored, borough = "Tamworth" }
      expect(#d.taskings).is(0)
    end)
  end)

  describe("in prison", function()
    it("name the prison only where none is named", function()
      expect(member { custody_status = "custody", prison = "HMP Example" }).has_no_tasking("find_prison")
      expect(member { custody_status = "licence", prison = unknown }).has_no_tasking("find_prison")
    end)

    it("prepare release thirty days before, and not thirty-one", function()
      expect(member { custody_status = "custody", release_date = "2026-12-02" }).has_no_tasking("release_plan")
      expect(member { custody_status = "licence", release_date = "2026-10-01" }).has_no_tasking("release_plan")
    end)

    it("say so when the day of release is not known", function()
      local d = member { custody_status = "custody", release_date = unknown }
      expect(d).has_no_tasking("release_plan")
      expect(d).has_warning("unknown")
    end)

    it("bring no visit to somebody at liberty", function()
      expect(member { custody_status = "licence" }).has_no_tasking("prison_visit")
    end)
  end)
end)
