-- Needs on the headings of OASys, the service that meets each, and what becomes of referrals.
local day = "2026-11-01"

-- Each heading, its class and its service.
local headings = {
  { need = "thinking", class = "thinking", service = "thinking_skills" },
  { need = "lifestyle", class = "lifestyle", service = "mentoring" },
  { need = "ete", class = "ete", service = "employment" },
  { need = "drugs", class = "drugs", service = "drug_treatment" },
  { need = "attitudes", class = "attitudes", service = "motivation" },
  { need = "accommodation", class = "accommodation", service = "housing" },
  { need = "relationships", class = "relationships", service = "family_support" },
  { need = "mental_health", class = "wellbeing", service = "mental_health" },
  { need = "finance", class = "finance", service = "debt_advice" },
  { need = "alcohol", class = "alcohol", service = "alcohol_treatment" },
}

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

local function referred(outcome, date, reason)
  return { service = "housing", date = date, outcome = outcome, reason = reason or "no place free" }
end

for _, heading in ipairs(headings) do
  local tasking = "refer_" .. heading.service

  describe("a need of " .. heading.need, function()
    it("is one from 1 on, and leads to its service alone", function()
      for level = 1, 2 do
        local d = member { needs = { [heading.need] = level } }
        expect(d.class.needs).is({ heading.class })
        expect(#d.taskings).is(1)
        expect(d).has_tasking(tasking, { owner = "lead_worker", due = "2026-11-15" })
        expect(d.tasking[tasking].because).is("the assessment shows the need, and no referral is in hand")
      end
    end)

    it("leaves the rest of the answer as it is where it is not assessed", function()
      local d = member { needs = { [heading.need] = unknown } }
      expect(d).has_no_tasking(tasking)
      expect(d).has_tasking("needs_assessment", { owner = "lead_worker", due = "2026-11-15" })
    end)

    it("adds nothing to the score", function()
      expect(member({ needs = { [heading.need] = 2 } }).score.targeting).is(0)
    end)

    it("waits for a referral in hand, and for three months after one that ended", function()
      local function told(outcome, date)
        return member {
          needs = { [heading.need] = 2 },
          referrals = { { service = heading.service, date = date, outcome = outcome, reason = "no place free" } },
        }
      end
      for _, outcome in ipairs { "pending", "accepted", "started" } do
        expect(told(outcome, "2025-01-01")).has_no_tasking(tasking)
      end
      for _, outcome in ipairs { "refused", "withdrawn", "completed" } do
        expect(told(outcome, "2026-08-01")).has_no_tasking(tasking)
        expect(told(outcome, "2026-07-31")).has_tasking(tasking)
      end
    end)

    it("is not asked about again within three months", function()
      local function opened(date)
        return member { needs = { [heading.need] = 2 }, taskings = { { kind = tasking, opened = date, status = "done" } } }
      end
      expect(opened("2026-08-01")).has_no_tasking(tasking)
      expect(opened("2026-07-31")).has_tasking(tasking)
    end)

    it("is met by the services of the district for those on its list, and no others", function()
      expect(member { needs = { [heading.need] = 2 }, borough = "Tamworth" }).has_no_tasking(tasking)
      expect(member { needs = { [heading.need] = 2 }, cohort = { category = "monitor", since = "-2 months" } }).has_no_tasking(tasking)
      expect(member { needs = { [heading.need] = 2 }, cohort = { category = "exit", since = "-24 months" } }).has_tasking(tasking)
    end)
  end)
end

describe("the assessment of needs", function()
  it("is asked for where there is none at all", function()
    local d = member { needs = unknown }
    expect(d).has_tasking("needs_assessment", { owner = "lead_worker", due = "2026-11-15" })
    expect(d.tasking.needs_assessment.because).is("at least one heading has no answer")
  end)

  it("is not asked for where every heading has an answer, physical health apart", function()
    expect(member({ needs = { physical_health = unknown } })).has_no_tasking()
  end)

  it("is asked for once a month, of people on the list", function()
    expect(member { needs = unknown, taskings = { { kind = "needs_assessment", opened = "2026-10-01", status = "done" } } })
      .has_no_tasking("needs_assessment")
    expect(member { needs = unknown, taskings = { { kind = "needs_assessment", opened = "2026-09-30", status = "done" } } })
      .has_tasking("needs_assessment")
    expect(member { needs = unknown, cohort = { category = "monitor", since = "-2 months" } }).has_no_tasking("needs_assessment")
  end)
end)

describe("a referral", function()
  it("follows the latest one to the service", function()
    local housing = { accommodation = 2 }
    local d = member { needs = housing, referrals = { referred("refused", "2026-01-01"), referred("pending", "2026-10-20") } }
    expect(d).has_no_tasking("refer_housing")
    d = member { needs = housing, referrals = { { service = "mentoring", date = "2026-10-20", outcome = "pending" } } }
    expect(d).has_tasking("refer_housing")
  end)

  it("is chased when it waits for over 28 days", function()
    local d = member { referrals = { referred("pending", "2026-10-03", unknown), referred("pending", "2026-10-04", unknown) } }
    expect(d).has_tasking("chase_referral", { owner = "lead_worker", due = "2026-11-08" })
    d = member { referrals = { { service = "housing", date = "2026-10-03", outcome = "pending" } } }
    expect(d.tasking.chase_referral.because).is("no answer for over 28 days: housing on 2026-10-03")
    expect(member { referrals = { referred("pending", "2026-10-04") } }).has_no_tasking("chase_referral")
    expect(member { referrals = { referred("accepted", "2026-01-01") } }).has_no_tasking("chase_referral")
  end)

  for _, outcome in ipairs { "refused", "withdrawn" } do
    it("that was " .. outcome .. " needs a reason on record", function()
      local function without_reason(date)
        return member { referrals = { { service = "housing", date = date, outcome = outcome } } }
      end
      local d = without_reason("2026-08-01")
      expect(d).has_tasking("record_reason", { owner = "lead_worker", due = "2026-11-08" })
      expect(d.tasking.record_reason.because).is("no reason on record: housing on 2026-08-01")
      expect(d).has_no_tasking("take_up_refusal")
      expect(without_reason("2026-07-31")).has_no_tasking("record_reason")
      expect(member { referrals = { referred(outcome, "2026-08-01") } }).has_no_tasking("record_reason")
    end)
  end

  it("that was completed needs no reason", function()
    expect(member { referrals = { { service = "housing", date = "2026-10-01", outcome = "completed" } } }).has_no_tasking()
  end)

  it("that was refused goes to the steering group, with its reason", function()
    local d = member { referrals = { referred("refused", "2026-08-01", "rent arrears"), referred("refused", "2026-10-01", "arson") } }
    expect(d).has_tasking("take_up_refusal", { owner = "ppo_coordinator", due = "2026-11-15" })
    expect(d.tasking.take_up_refusal.because).is("refused: housing on 2026-08-01 (rent arrears); housing on 2026-10-01 (arson)")
    expect(member { referrals = { referred("refused", "2026-07-31") } }).has_no_tasking("take_up_refusal")
    expect(member { referrals = { referred("withdrawn", "2026-10-01") } }).has_no_tasking("take_up_refusal")
  end)

  local late = {
    chase_referral = { person = { referred("pending", "2026-09-01") }, last = "2026-10-01", before = "2026-09-30" },
    record_reason = {
      person = { { service = "housing", date = "2026-10-01", outcome = "refused" } }, last = "2026-10-01", before = "2026-09-30",
    },
    take_up_refusal = { person = { referred("refused", "2026-10-01") }, last = "2026-08-01", before = "2026-07-31" },
  }
  for id, want in pairs(late) do
    it("brings " .. id .. " once in its time, and only for people on the list", function()
      local function person(given)
        given.referrals = want.person
        return member(given)
      end
      expect(person { taskings = { { kind = id, opened = want.last, status = "done" } } }).has_no_tasking(id)
      expect(person { taskings = { { kind = id, opened = want.before, status = "done" } } }).has_tasking(id)
      expect(person { cohort = { category = "monitor", since = "-2 months" } }).has_no_tasking(id)
    end)
  end
end)
