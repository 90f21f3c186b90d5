-- What the pack asks people to do, when, and when it does not ask again.
local day = "2026-11-01"

-- A man of forty in the cohort and in scope, of whom nothing is asked.
local function member(given)
  local person = {
    borough = "Camden", age = 40, sex = "male", statutory = true, convictions_total = 5, ogrs2 = 80,
    cohort = { category = "gto", since = "-12 months" },
  }
  for name, value in pairs(given) do person[name] = value end
  return evaluate(nominal(person), { as_of = day })
end

-- Each tasking with what brings it about, who does it and by when.
local asked = {
  intel_plan = {
    because = "rated red at 48 on 2026-10-01", owner = "research_hub", due = "2026-11-06", priority = "high", again = 3,
    person = { scores = { { matrix = "risk", score = 48, band = "red", date = "2026-10-01" } } },
  },
  pacesetter = {
    because = "rated red at 48 on 2026-10-01", owner = "local_policing", due = "2026-11-02", priority = "high", again = 1,
    person = { scores = { { matrix = "risk", score = 48, band = "red", date = "2026-10-01" } } },
  },
  long_term_tasking = {
    because = "3 red scores in 6 months", owner = "local_policing", due = "2026-11-15", again = 3,
    person = { scores = {
      { matrix = "risk", score = 48, band = "red", date = "2026-05-01" }, { matrix = "risk", score = 48, band = "red", date = "2026-08-01" },
      { matrix = "risk", score = 48, band = "red", date = "2026-10-01" },
    } },
  },
  weekly_appointments = {
    because = "released on 2026-08-01", owner = "offender_manager", due = "2026-11-08", again = 1,
    person = { age = 20, managing_agency = "CRC", custody_status = "licence", release_date = "2026-08-01" },
  },
  fortnightly_appointments = {
    because = "released on 2026-07-31", owner = "offender_manager", due = "2026-11-15", again = 1,
    person = { age = 20, managing_agency = "CRC", custody_status = "licence", release_date = "2026-07-31" },
  },
  pre_sentence_report = {
    because = "in scope, and charged in the last 6 months",
    owner = "court_officer", due = "2026-11-06", priority = "high", again = 6,
    person = { offences = { { type = "violence", outcome = "charged", date = "-1 months" } } },
  },
  prison_coordination = {
    because = "in prison", owner = "prison_coordinator", due = "2026-11-15", again = 3, person = { custody_status = "custody" },
  },
  mentoring = { 
    because = "eligible, with no referral in hand, and none turned down in 6 months",
    owner = "offender_manager", due = "2026-11-15", again = 6, service = "mentoring", person = { age = 20 },
  },
  building_bridges = {
    because = "eligible, with no referral in hand, and none turned down in 6 months",
    owner = "offender_manager", due = "2026-11-15", again = 6, service = "building_bridges", person = { age = 20, needs = { relationships = 1 } },
  },
  right_track = { 
    because = "eligible, with no referral in hand, and none turned down in 6 months",
    owner = "offender_manager", due = "2026-11-15", again = 6, service = "right_track", person = { age = 20, needs = { thinking = 1 } } },
  tiger = { 
    because = "eligible, with no referral in hand, and none turned down in 6 months",
    owner = "offender_manager", due = "2026-11-15", again = 6, service = "tiger", person = { age = 20, needs = { lifestyle = 1 } } },
  personalised_budget = { 
    because = "eligible, with no referral in hand, and none turned down in 6 months",
    owner = "offender_manager", due = "2026-11-15", again = 6, service = "personalised_budget", person = { sex = "female" } },
  mental_health = { 
    because = "eligible, with no referral in hand, and none turned down in 6 months",
    owner = "offender_manager", due = "2026-11-15", again = 6, service = "mental_health", person = { needs = { mental_health = 2 } } },
  employment = {
    because = "eligible, with a place free and no referral in hand",
    owner = "offender_manager", due = "2026-11-15", again = 6, person = { needs = { ete = 1 } },
  },
  gps_tag = {
    because = "on a community order or a suspended sentence, and no tag on record",
    owner = "court_officer", due = "2026-11-15", again = 6,
    person = { orders = { { kind = "community_order", start = "2026-09-01" } } },
  },
}

-- The day before the last on which a tasking opened then still stands in the way of another.
local long_ago = { "2026-09-30", nil, "2026-07-31", nil, nil, "2026-04-30" }

local function with(person, taskings)
  local copy = { taskings = taskings }
  for name, value in pairs(person) do copy[name] = value end
  return copy
end

describe("taskings", function()
  it("ask nothing about a member of whom nothing is due", function()
    expect(#member({}).taskings).is(0)
  end)

  for id, want in pairs(asked) do
    describe(id, function()
      it("is asked of its owner, in its time", function()
        local d = member(want.person)
        expect(d).has_tasking(id, { owner = want.owner, due = want.due, priority = want.priority })
        if want.because then expect(d.tasking[id].because).is(want.because) end
      end)

      it("is not asked again within " .. want.again .. " months", function()
        local since = "-" .. want.again .. " months"
        expect(member(with(want.person, { { kind = id, opened = since, status = "done" } }))).has_no_tasking(id)
        expect(member(with(want.person, { { kind = id, opened = long_ago[want.again], status = "done" } }))).has_tasking(id)
      end)

      if want.service then
        for _, outcome in ipairs { "pending", "accepted", "started", "completed" } do
          it("is not asked where a referral is " .. outcome .. ", however old", function()
            local person = with(want.person, {})
            person.referrals = { { service = want.service, date = "-30 months", outcome = outcome } }
            expect(member(person)).has_no_tasking(id)
            person.referrals = { { service = "another", date = "-30 months", outcome = outcome } }
            expect(member(person)).has_tasking(id)
          end)
        end

        for _, outcome in ipairs { "refused", "withdrawn" } do
          it("is not asked within six months of a referral that was " .. outcome, function()
            local person = with(want.person, {})
            person.referrals = { { service = want.service, date = "2026-05-01", outcome = outcome } }
            expect(member(person)).has_no_tasking(id)
            person.referrals = { { service = want.service, date = "2026-04-30", outcome = outcome } }
            expect(member(person)).has_tasking(id)
          end)
        end
      end
    end)
  end

  it("follow the latest score, not an earlier one", function()
    local d = member { scores = {
      { matrix = "risk", score = 48, band = "red", date = "-3 months" }, { matrix = "risk", score = 22, band = "amber", date = "-1 months" },
    } }
    expect(d).has_no_tasking("intel_plan")
    expect(d).has_no_tasking("pacesetter")
  end)

  it("follow scores of risk alone", function()
    expect(member { scores = { { matrix = "sac", score = 90, band = "red", date = "-1 months" } } }).has_no_tasking("intel_plan")
  end)

  it("leave somebody in prison out of the daily meetings", function()
    local red = asked.pacesetter.person
    local d = member { scores = red.scores, custody_status = "custody" }
    expect(d).has_no_tasking("pacesetter")
    expect(d).has_tasking("intel_plan")
  end)

  it("ask for no more contact than usual with somebody older, lately released or not", function()
    for _, released in ipairs { "2026-10-01", "2026-06-01" } do
      local d = member { managing_agency = "CRC", custody_status = "licence", release_date = released }
      expect(d).has_no_tasking("weekly_appointments")
      expect(d).has_no_tasking("fortnightly_appointments")
    end
  end)

  it("bring two red scores to no longer-term tasking, and three spread too wide neither", function()
    local function scores(first) return { scores = {
      { matrix = "risk", score = 48, band = "red", date = first }, { matrix = "risk", score = 48, band = "red", date = "2026-08-01" },
      { matrix = "risk", score = 48, band = "red", date = "2026-10-01" },
    } } end
    expect(member(scores "2026-04-30")).has_no_tasking("long_term_tasking")
    expect(member(scores "2026-05-01")).has_tasking("long_term_tasking")
    local calm = scores "2026-05-01"
    calm.scores[4] = { matrix = "risk", score = 10, band = "green", date = "2026-10-20" }
    expect(member(calm)).has_no_tasking("long_term_tasking")
  end)

  for _, outcome in ipairs { "pending", "accepted", "started", "completed" } do
    it("refer nobody to employment whose referral is " .. outcome, function()
      local d = member { needs = { ete = 1 }, referrals = { { service = "employment", date = "-2 months", outcome = outcome } } }
      expect(d).has_no_tasking("employment")
    end)
  end

  it("refer to employment again after a refusal for want of places", function()
    local d = member { needs = { ete = 1 }, referrals = { { service = "employment", date = "-2 months", outcome = "refused", reason = "no places" } } }
    expect(d).has_tasking("employment")
  end)

  it("ask for no appointments of an older man, however lately released", function()
    for _, released in ipairs { "2026-08-01", "2026-07-31" } do
      local d = member { managing_agency = "CRC", custody_status = "licence", release_date = released }
      expect(d).has_no_tasking("weekly_appointments")
      expect(d).has_no_tasking("fortnightly_appointments")
    end
  end)

  it("consider no tag for somebody who has one", function()
    local d = member { orders = { { kind = "community_order", start = "2026-09-01" }, { kind = "gps_tag", start = "2026-09-01" } } }
    expect(d).has_no_tasking("gps_tag")
  end)

  it("are enforcement where the police act, and refused for somebody recorded only as a victim", function()
    local d = evaluate(nominal {
      borough = "Camden", age = 40, sex = "male", statutory = true, convictions_total = 5, ogrs2 = 80,
      cohort = { category = "gto", since = "-12 months" }, scores = asked.long_term_tasking.person.scores,
      gang = { name = "Example Crew", role = "victim" },
    }, { as_of = day })
    expect(d).has_tasking("intel_plan")
    expect(d).has_no_tasking("pacesetter")
    expect(d).has_no_tasking("long_term_tasking")
  end)
end)

property "with a recent conviction for robbery, an OGRS2 of 60 keeps everybody within the criteria" {
  given = { ogrs2 = 60, ogrs2_date = "today" },
  raises = "offences", add = { type = "robbery", outcome = "convicted", date = "-1 months" }, never_deselects = "ogrs_no_longer",
}
property "nobody is removed for an OGRS2 score that nobody has recorded" {
  given = { ogrs2 = unknown, statutory = true, borough = "Camden" }, never_deselects = true,
}
property "ethnicity and disability change nothing" {
  set = { ethnicity = "B1", disability = true }, never_changes = { "recommendation", "taskings" },
}
property "nobody joins who would have to leave at once" { given = { statutory = false }, never_selects = true }
property "needs decide nothing about joining or leaving" {
  set = { needs = { drugs = 2, ete = 2, relationships = 2, thinking = 2, lifestyle = 2, mental_health = 2 } }, never_changes = "recommendation",
}
property "nobody comes before the police's meetings without a red score" {
  given = { scores = {} }, never_tasks = { "intel_plan", "pacesetter", "long_term_tasking" },
}
