-- The local IOM team checks every case before it joins and before it is removed.
local day = "2026-11-01"

local function person(given)
  local all = { borough = "Camden", age = 40, sex = "male", statutory = true, convictions_total = 5, ogrs2 = 80 }
  for name, value in pairs(given) do all[name] = value end
  return all
end

local function joining(given)
  return evaluate(nominal(person(given)), { as_of = day })
end

local function member(given)
  local all = person(given)
  all.cohort = { category = "gto", since = "-12 months" }
  return evaluate(nominal(all), { as_of = day })
end

local leaving = {
  { "moved", { borough = "Croydon" }, "to be removed: no longer lives in a pilot borough" },
  { "sentence_ended", { statutory = false }, "to be removed: the sentence has ended" },
  { "ogrs_no_longer", { ogrs2 = 74 }, "to be removed: no longer meets the OGRS criteria" },
}

describe("quality assurance", function()
  it("is asked of the local team for somebody who may join", function()
    local d = joining {}
    expect(d.recommendation.action).is("select")
    expect(d).has_tasking("check_joining", { owner = "local_iom_team", due = "2026-11-11", because = "in scope, and not yet in the cohort" })
    expect(d).has_no_tasking("check_leaving")
  end)

  it("is not asked for somebody who is not to join", function()
    expect(#joining({ ogrs2 = 20 }).taskings).is(0)
  end)

  it("is not asked for a member who stays", function()
    expect(#member({}).taskings).is(0)
  end)

  for _, case in ipairs(leaving) do
    it("is asked, with the reason, for a member to be removed as " .. case[1], function()
      local d = member(case[2])
      expect(d.recommendation.action).is("deselect")
      expect(d).has_reason(case[1])
      expect(d).has_tasking("check_leaving", { owner = "local_iom_team", due = "2026-11-11", because = case[3] })
      expect(d).has_no_tasking("check_joining")
    end)
  end

  it("gives the reason that decides where there are several", function()
    local d = member { borough = "Croydon", statutory = false, ogrs2 = 20 }
    expect(d.tasking.check_leaving.because).is("to be removed: no longer lives in a pilot borough")
  end)

  it("waits where it is not known whether the member is to be removed", function()
    local d = member { ogrs2 = unknown }
    expect(d.recommendation.action).is("refer")
    expect(d).has_no_tasking("check_leaving")
  end)

  it("is asked once a month", function()
    local function asked(kind, opened) return { { kind = kind, opened = opened, status = "done" } } end
    expect(joining { taskings = asked("check_joining", "2026-10-01") }).has_no_tasking("check_joining")
    expect(joining { taskings = asked("check_joining", "2026-09-30") }).has_tasking("check_joining")
    expect(member { ogrs2 = 74, taskings = asked("check_leaving", "2026-10-01") }).has_no_tasking("check_leaving")
    expect(member { ogrs2 = 74, taskings = asked("check_leaving", "2026-09-30") }).has_tasking("check_leaving")
  end)
end)
