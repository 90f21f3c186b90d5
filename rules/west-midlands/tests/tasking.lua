-- What people are asked to do, by whom and when, and when they are not asked again.
local day = "2026-11-01"
local violence = { type = "violence", outcome = "convicted", date = "-2 months" }
local robbery = { type = "robbery", outcome = "charged", date = "-2 months" }
local theft = { type = "theft_shop", outcome = "convicted", date = "-2 months" }
local red = { violence, violence, violence, robbery, robbery, robbery, robbery }
local amber = { violence, violence, robbery, robbery }

-- Somebody in the cohort of whom nothing is asked: green, reviewed lately, with no needs.
local function person_with(given)
  local person = {
    borough = "Coventry", cohort = { category = "acquisitive", since = "-12 months" },
    reviews = { { date = "-1 months", outcome = "continue" } },
  }
  for name, value in pairs(given) do person[name] = value end
  return person
end

local function member(given)
  return evaluate(nominal(person_with(given)), { as_of = day })
end

local function with(given, more)
  local all = {}
  for name, value in pairs(given) do all[name] = value end
  for name, value in pairs(more) do all[name] = value end
  return all
end

local young = { age = 15, managing_agency = "YOT", here = { joint_management = true }, cohort = { category = "youth", since = "-3 months" } }
local women = { cohort = { category = "new_chance", since = "-3 months" }, victim = true }
local function diverted(given)
  return with({ cohort = { category = "out_of_court", since = "-3 months" } }, given)
end

-- Each tasking with what brings it about, who does it and by when.
local asked = {
  safeguarding = { because = "to be protected before anything else", owner = "safeguarding_lead", due = "2026-11-03", priority = "high", again = 3, person = { safeguarding = true } },
  joint_plan = {
    owner = "local_unit", due = "2026-11-08", priority = "high", again = 3, because = "in Tier 1", person = { risk_of_harm = "very_high" },
  },
  visit = { owner = "offender_manager", due = "2026-11-08", again = 1, because = "in Tier 2", person = { offences = red } },
  contact = { owner = "offender_manager", due = "2026-11-15", again = 2, because = "in Tier 3", person = { offences = amber } },
  drug_treatment = {
    because = "a marked drug need, and not referred yet", owner = "offender_manager", due = "2026-11-08", again = 6, person = { needs = { drugs = 2 }, offences = { theft } },
  },
  youth_plan = { because = "managed jointly with the Youth Offending Team", owner = "youth_offender_manager", due = "2026-11-08", again = 3, person = young },
  resettlement = {
    owner = "resettlement_team", due = "2026-11-15", again = 3, because = "to be released on 2027-01-24",
    person = { custody_status = "custody", release_date = "2027-01-24" },
  },
  supported_volunteering = {
    because = "a marked need for work, education or training", owner = "offender_manager", due = "2026-11-15", again = 6, service = "supported_volunteering",
    person = { borough = "Solihull", needs = { ete = 2 } },
  },
  young_people_course = {
    because = "aged 20, with a need for work, education or training", owner = "offender_manager", due = "2026-11-15", again = 6, service = "young_people_course", person = { age = 20, needs = { ete = 1 } },
  },
  review = { owner = "local_unit", due = "2026-11-15", again = 3, because = "no review in 3 months", person = { reviews = {}, cohort = { category = "acquisitive", since = "2026-07-31" } } },
  new_chance = { because = "diverted from prosecution, and not assessed yet", owner = "new_chance_team", due = "2026-11-06", priority = "high", again = 6, service = "new_chance", person = women },
  victim_support = { because = "recorded as a victim", owner = "new_chance_team", due = "2026-11-06", again = 6, service = "victim_support", person = women },
  pathway_alcohol = { because = "alcohol among the causes", owner = "intervention_team", due = "2026-11-15", again = 6, service = "alcohol", person = diverted { needs = { alcohol = 1 } } },
  pathway_drugs = { because = "drugs among the causes", owner = "intervention_team", due = "2026-11-15", again = 6, service = "drugs", person = diverted { needs = { drugs = 1 } } },
  pathway_mental_health = {
    because = "mental health among the causes", owner = "intervention_team", due = "2026-11-15", again = 6, service = "mental_health", person = diverted { needs = { mental_health = 1 } },
  },
  pathway_gambling = { because = "gambling among the causes", owner = "intervention_team", due = "2026-11-15", again = 6, service = "gambling", person = diverted { here = { gambling = true } } },
  pathway_debt = { because = "debt among the causes", owner = "intervention_team", due = "2026-11-15", again = 6, service = "debt", person = diverted { needs = { finance = 1 } } },
  pathway_homelessness = {
    because = "homelessness among the causes", owner = "intervention_team", due = "2026-11-15", again = 6, service = "homelessness", person = diverted { needs = { accommodation = 1 } },
  },
  victim_awareness = {
    because = "on an out-of-court disposal, and not offered yet", owner = "intervention_team", due = "2026-11-15", again = 6,
    service = "victim_awareness", person = diverted {},
  },
  youth_court_offer = {
    because = "a young man, charged, and living in Coventry", owner = "youth_offender_manager", due = "2026-11-08", again = 6,
    service = "youth_court_offer", person = { age = 20, sex = "male", offences = { { type = "theft_shop", outcome = "charged", date = "-1 months" } } },
  },
  broken_off = {
    because = "the last referral was refused or withdrawn", owner = "intervention_team", due = "2026-11-08", again = 1,
    person = diverted { referrals = { { service = "alcohol", date = "-1 months", outcome = "withdrawn" } } },
  },
}

-- For each span of months, the last day on which a tasking opened no longer stands in the way of another.
local long_ago = { "2026-09-30", "2026-08-31", "2026-07-31", nil, nil, "2026-04-30" }

describe("taskings", function()
  it("ask nothing of anybody about a person of whom nothing is due", function()
    expect(#member({}).taskings).is(0)
  end)

  it("ask nothing about somebody who is neither in the cohort nor selected", function()
    expect(#evaluate(nominal { borough = "Coventry", risk_of_harm = "high", safeguarding = true }, { as_of = day }).taskings).is(0)
  end)

  for id, want in pairs(asked) do
    describe(id, function()
      it("is asked of its owner, in its time", function()
        local d = member(want.person)
        expect(d).has_tasking(id, { owner = want.owner, due = want.due, priority = want.priority })
        if want.because then expect(d.tasking[id].because).is(want.because) end
      end)

      it("is not asked again too soon", function()
        local soon = { { kind = id, opened = "-" .. want.again .. " months", status = "done" } }
        local later = { { kind = id, opened = long_ago[want.again], status = "done" } }
        expect(member(with(want.person, { taskings = soon }))).has_no_tasking(id)
        expect(member(with(want.person, { taskings = later }))).has_tasking(id)
      end)

      if want.service then
        it("is not asked after a referral", function()
          local referred = { { service = want.service, date = "-2 months", outcome = "started" } }
          expect(member(with(want.person, { referrals = referred }))).has_no_tasking(id)
          referred = { { service = "another", date = "-2 months", outcome = "started" } }
          expect(member(with(want.person, { referrals = referred }))).has_tasking(id)
        end)
      end
    end)
  end

  it("follow the tier", function()
    expect(member { risk_of_harm = "very_high" }).has_tasking("visit")
    expect(member { risk_of_harm = "very_high" }).has_no_tasking("contact")
    expect(member { offences = red }).has_no_tasking("joint_plan")
    expect(member { offences = red }).has_no_tasking("contact")
    expect(member { offences = amber }).has_no_tasking("visit")
  end)

  for _, status in ipairs { "custody", "remand" } do
    it("leave visits, contact and courses until after " .. status, function()
      local d = member { custody_status = status, offences = red, age = 20, borough = "Solihull", needs = { ete = 2 }, release_date = "2030-01-01" }
      expect(d).has_no_tasking("visit")
      expect(d).has_no_tasking("supported_volunteering")
      expect(d).has_no_tasking("young_people_course")
      expect(d).has_no_tasking("resettlement")
      expect(member { custody_status = status, offences = amber, release_date = "2030-01-01" }).has_no_tasking("contact")
    end)
  end

  it("plan resettlement from 84 days before release, and only in prison", function()
    expect(member { custody_status = "remand", release_date = "2027-01-24" }).has_tasking("resettlement")
    expect(member { custody_status = "custody", release_date = "2027-01-25" }).has_no_tasking("resettlement")
    expect(member { custody_status = "licence", release_date = "2027-01-24" }).has_no_tasking("resettlement")
  end)

  it("ask for a review when the last is over three months ago", function()
    expect(member { reviews = { { date = "2026-08-01", outcome = "continue" } } }).has_no_tasking("review")
    expect(member { reviews = { { date = "2026-07-31", outcome = "continue" } } }).has_tasking("review")
  end)

  it("ask for no review in the first three months", function()
    expect(member { reviews = {}, cohort = { category = "acquisitive", since = "2026-08-01" } }).has_no_tasking("review")
    local selected = evaluate(nominal { borough = "Coventry", offences = red }, { as_of = day })
    expect(selected).has_tasking("visit")
    expect(selected).has_no_tasking("review")
  end)

  it("protect whoever has an open concern, whether or not anybody knows of a gang", function()
    expect(member { safeguarding = true, gang = unknown }).has_tasking("safeguarding")
    expect(member { safeguarding = unknown, gang = { name = "Example Crew", role = "victim" } }).has_tasking("safeguarding")
    expect(member { gang = { name = "Example Crew", role = "core" } }).has_no_tasking("safeguarding")
  end)
end)

describe("drug treatment", function()
  local function referred(outcome, service)
    return member { needs = { drugs = 2 }, offences = { theft },
      referrals = { { service = service or "drug_treatment", date = "-2 months", outcome = outcome } } }
  end

  for _, outcome in ipairs { "pending", "accepted", "started", "completed" } do
    it("is not offered again where it is " .. outcome, function() expect(referred(outcome)).has_no_tasking("drug_treatment") end)
  end
  for _, outcome in ipairs { "refused", "withdrawn" } do
    it("is offered again where it was " .. outcome, function() expect(referred(outcome)).has_tasking("drug_treatment") end)
  end
  it("is offered whatever other service there is", function() expect(referred("started", "mentoring")).has_tasking("drug_treatment") end)
end)

describe("courses", function()
  it("are for people aged 16 to 25 with a need", function()
    local need = { ete = 1 }
    expect(member(with(young, { age = 15, needs = need }))).has_no_tasking("young_people_course")
    expect(member(with(young, { age = 16, needs = need }))).has_tasking("young_people_course")
    expect(member { age = 25, needs = need }).has_tasking("young_people_course")
    expect(member { age = 26, needs = need }).has_no_tasking("young_people_course")
    expect(member { age = 20, needs = { ete = 0 } }).has_no_tasking("young_people_course")
  end)

  it("and supported volunteering is for adults of two boroughs with a marked need", function()
    expect(member { borough = "Birmingham", needs = { ete = 2 } }).has_tasking("supported_volunteering")
    expect(member { borough = "Coventry", needs = { ete = 2 } }).has_no_tasking("supported_volunteering")
    expect(member { borough = "Solihull", needs = { ete = 1 } }).has_no_tasking("supported_volunteering")
    expect(member { borough = "Solihull", needs = { ete = 2 }, age = 18 }).has_tasking("supported_volunteering")
    expect(member(with(young, { borough = "Solihull", needs = { ete = 2 }, age = 17 }))).has_no_tasking("supported_volunteering")
  end)
end)

describe("the youth court's support", function()
  local function charged(given)
    local all = { age = 20, sex = "male", offences = { { type = "theft_shop", outcome = "charged", date = "2026-08-01" } } }
    return member(with(all, given))
  end

  it("is asked for young men of Coventry up to 24 who are charged", function()
    expect(charged { age = 18 }).has_tasking("youth_court_offer")
    expect(charged { age = 24 }).has_tasking("youth_court_offer")
    expect(charged { age = 25 }).has_no_tasking("youth_court_offer")
    expect(charged(with(young, { age = 17 }))).has_no_tasking("youth_court_offer")
    expect(charged { sex = "female" }).has_no_tasking("youth_court_offer")
    expect(charged { borough = "Walsall" }).has_no_tasking("youth_court_offer")
  end)

  it("is asked for within three months of the charge, and for no arrest", function()
    expect(charged {}).has_tasking("youth_court_offer")
    expect(charged { offences = { { type = "theft_shop", outcome = "charged", date = "2026-07-31" } } }).has_no_tasking("youth_court_offer")
    expect(charged { offences = { { type = "theft_shop", outcome = "arrested", date = "2026-08-01" } } }).has_no_tasking("youth_court_offer")
  end)

  it("is asked for again where the last referral is over six months old", function()
    expect(charged { referrals = { { service = "youth_court_offer", date = "2026-05-01", outcome = "completed" } } }).has_no_tasking("youth_court_offer")
    expect(charged { referrals = { { service = "youth_court_offer", date = "2026-04-30", outcome = "completed" } } }).has_tasking("youth_court_offer")
  end)

  it("is left open where nobody has recorded the sex", function()
    local d = charged { sex = unknown }
    expect(d.met.youth_court).is_unknown()
    expect(d).has_no_tasking("youth_court_offer")
    expect(d).has_warning("unknown")
  end)
end)

describe("courses and volunteering", function()
  for _, case in ipairs {
    { "supported_volunteering", { borough = "Solihull", needs = { ete = 2 } } }, { "young_people_course", { age = 20, needs = { ete = 1 } } },
  } do
    local id, person = case[1], case[2]
    local function referred(outcome)
      return member(with(person, { referrals = { { service = id, date = "-2 months", outcome = outcome } } }))
    end
    for _, outcome in ipairs { "pending", "accepted", "started", "completed" } do
      it(id .. " is not offered again where it is " .. outcome, function() expect(referred(outcome)).has_no_tasking(id) end)
    end
    for _, outcome in ipairs { "refused", "withdrawn" } do
      it(id .. " is offered again where it was " .. outcome, function() expect(referred(outcome)).has_tasking(id) end)
    end
  end
end)

describe("diversion", function()
  local arrest = { type = "theft_shop", outcome = "arrested", date = "-1 months" }

  it("asks for New Chance and the pathways at once for a woman who is selected", function()
    local d = evaluate(nominal {
      borough = "Dudley", age = 25, sex = "female", convictions_total = 0, arrests_total = 2, victim = true,
      offences = { arrest }, needs = { alcohol = 1 },
    }, { as_of = day })
    expect(d).has_reason("new_chance")
    expect(d).has_tasking("new_chance")
    expect(d).has_tasking("victim_support")
    expect(d).has_tasking("pathway_alcohol")
    expect(d).has_no_tasking("pathway_drugs")
    expect(d).has_no_tasking("broken_off")
  end)

  it("asks for the pathways, and not for New Chance, where a man is selected", function()
    local d = evaluate(nominal {
      borough = "Dudley", age = 25, sex = "male", convictions_total = 0, arrests_total = 2, victim = true,
      offences = { arrest }, needs = { finance = 1 },
    }, { as_of = day })
    expect(d).has_reason("out_of_court")
    expect(d).has_tasking("pathway_debt")
    expect(d).has_no_tasking("new_chance")
    expect(d).has_no_tasking("victim_support")
  end)

  it("asks nothing about somebody who is managed, whatever the needs", function()
    local d = member { needs = { alcohol = 2, finance = 2, accommodation = 2, mental_health = 2 }, here = { gambling = true },
      victim = true, offences = { arrest }, referrals = { { service = "alcohol", date = "-1 months", outcome = "withdrawn" } } }
    expect(#d.taskings).is(0)
  end)

  it("asks for a pathway and a course again where the referral belongs to an earlier diversion", function()
    for _, case in ipairs {
      { "new_chance", women }, { "victim_support", women }, { "alcohol", diverted { needs = { alcohol = 1 } } },
      { "drugs", diverted { needs = { drugs = 1 } } }, { "mental_health", diverted { needs = { mental_health = 1 } } },
      { "gambling", diverted { here = { gambling = true } } }, { "debt", diverted { needs = { finance = 1 } } },
      { "homelessness", diverted { needs = { accommodation = 1 } } }, { "victim_awareness", diverted {} },
    } do
      local service, person = case[1], case[2]
      local id = asked[service] and service or "pathway_" .. service
      local function referred(date) return member(with(person, { referrals = { { service = service, date = date, outcome = "completed" } } })) end
      expect(referred("2026-05-01")).has_no_tasking(id)
      expect(referred("2026-04-30")).has_tasking(id)
    end
  end)

  it("offers the Victim Awareness Course out of court, and not on New Chance", function()
    expect(member(women)).has_no_tasking("victim_awareness")
    local function joins(sex)
      return evaluate(nominal {
        borough = "Dudley", age = 25, sex = sex, convictions_total = 0, arrests_total = 2, offences = { arrest }, needs = { alcohol = 1 },
      }, { as_of = day })
    end
    expect(joins("male")).has_tasking("victim_awareness")
    expect(joins("female")).has_no_tasking("victim_awareness")
    expect(member {}).has_no_tasking("victim_awareness")
  end)

  it("offers support as a victim to victims only", function()
    expect(member(with(women, { victim = false }))).has_no_tasking("victim_support")
  end)

  it("asks about the last referral only, and only if it broke off since joining", function()
    local function after(...)
      return member { cohort = { category = "new_chance", since = "2026-09-01" }, referrals = { ... } }
    end
    expect(after { service = "alcohol", date = "2026-09-01", outcome = "refused" }).has_tasking("broken_off")
    expect(after { service = "alcohol", date = "2026-08-31", outcome = "refused" }).has_no_tasking("broken_off")
    expect(after { service = "alcohol", date = "2026-09-02", outcome = "started" }).has_no_tasking("broken_off")
    expect(after({ service = "alcohol", date = "2026-09-02", outcome = "withdrawn" }, { service = "debt", date = "2026-09-03", outcome = "started" }))
      .has_no_tasking("broken_off")
    expect(after()).has_no_tasking("broken_off")
  end)
end)

property "another robbery never lowers the risk" {
  raises = "offences", add = { type = "robbery", outcome = "convicted", date = "-1 months" }, never_lowers = "risk",
}
property "another violent crime never lowers the risk" {
  raises = "offences", add = { type = "violence", outcome = "charged", date = "-1 months" }, never_lowers = "risk",
}
property "a breach never lowers the risk" {
  raises = "offences", add = { type = "breach", outcome = "convicted", date = "-1 months" }, never_lowers = "risk",
}
property "nobody recorded as exploited by a gang is met with enforcement" {
  given = { gang = { name = "Example Crew", role = "exploited" } }, never_tasks = "gang_enforcement",
}
property "nobody recorded as a gang's victim is chosen for the gang unit" {
  given = { gang = { name = "Example Crew", role = "victim" } }, never_selects = "gang_unit",
}
property "a gang without a crime of one's own selects nobody" {
  given = { gang = { name = "Example Crew", role = "core" }, offences = {} }, never_selects = { "gang_unit", "support_first", "violent" },
}
property "a child is in no scheme for adults" {
  given = { age = 16 },
  never_selects = { "gang_unit", "support_first", "hccu", "violent", "acquisitive", "drug_dependent", "new_chance", "out_of_court" },
}
property "nobody in prison leaves as settled" { given = { custody_status = "custody" }, never_deselects = { "leave", "to_monitor" } }
property "ethnicity and disability change nothing" {
  set = { ethnicity = "B1", disability = true }, never_changes = { "recommendation", "taskings" },
}
