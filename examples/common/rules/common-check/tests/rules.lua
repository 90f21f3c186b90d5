-- The modules inside rules: reasons, missing data, working days.
local function person(changes)
  local here = { age_at_first_sanction = 15, age_at_conviction = 30, age_at_start = 30, previous_sanctions = 12, group = "theft_non_motor" }
  for name, value in pairs(changes.here or {}) do here[name] = value end
  local given = { sex = "male", ogrs3 = unknown }
  for name, value in pairs(changes) do given[name] = value end
  given.here = here
  return nominal(given)
end

describe("OGRS3 in a rule", function()
  it("is the recorded score where there is one", function()
    local d = evaluate(person { ogrs3 = 49 })
    expect(d.score.reconviction).is(49)
    expect(d.band.reconviction).is("low")
  end)

  it("is worked out where none is recorded", function()
    local d = evaluate(person {})
    expect(d.score.reconviction).is(75)
    expect(d.recommendation.action).is("select")
    expect(d.recommendation.category).is("iom")
  end)

  it("is middling from 50 to 74", function()
    expect(evaluate(person { ogrs3 = 50 }).band.reconviction).is("middle")
    expect(evaluate(person { ogrs3 = 74 }).band.reconviction).is("middle")
    expect(evaluate(person { ogrs3 = 74 }).recommendation.action).is("none")
  end)

  it("is worked out where the sources differ too", function()
    local d = evaluate(person { here = { group = "sexual_not_child", previous_sanctions = 30 } })
    expect(d.score.reconviction).is(82)
  end)

  for _, name in ipairs { "age_at_first_sanction", "age_at_conviction", "age_at_start", "previous_sanctions", "group" } do
    it("is unknown without " .. name, function()
      local d = evaluate(person { here = { [name] = unknown } })
      expect(d.score.reconviction).is_unknown_for("local." .. name)
      expect(d.recommendation.action).is("refer")
    end)
  end

  it("is unknown where the sex is", function()
    expect(evaluate(person { sex = unknown }).score.reconviction).is_unknown_for("sex")
  end)

  it("wants the recorded score where the facts do not fit the scale", function()
    expect(evaluate(person { sex = "other" }).score.reconviction).is_unknown_for("ogrs3")
    expect(evaluate(person { here = { age_at_start = 29 } }).score.reconviction).is_unknown_for("ogrs3")
  end)
end)

describe("costs and windows in a rule", function()
  it("cost a year's convictions", function()
    local d = evaluate(person {
      offences = {
        { type = "robbery", outcome = "convicted", date = "-12 months" }, { type = "burglary_dwelling", outcome = "convicted", date = "-4 months" },
        { type = "robbery", outcome = "charged", date = "-1 months" }, { type = "robbery", outcome = "convicted", date = "-13 months" },
        { type = "fraud", outcome = "convicted", date = "-5 months" },
      },
    })
    expect(d.score.harm).is(10550)
    expect(d.score.recency).is(1)
  end)

  it("cost nothing where there is nothing, and are unknown where nobody knows", function()
    local none, unsaid = evaluate(person { offences = {} }), evaluate(person { offences = unknown })
    expect(none.score.harm).is(0)
    expect(none.score.recency).is(0)
    expect(unsaid.score.harm).is_unknown_for("offences")
    expect(unsaid.score.recency).is_unknown_for("offences")
  end)

  for ago, points in pairs { ["-3 months"] = 4, ["-4 months"] = 1, ["-12 months"] = 1, ["-13 months"] = 0 } do
    it("give " .. points .. " for a crime of " .. ago, function()
      local d = evaluate(person { offences = { { type = "robbery", outcome = "convicted", date = ago }, { type = "robbery", outcome = "nfa", date = "today" } } })
      expect(d.score.recency).is(points)
    end)
  end
end)

describe("working days in a tasking", function()
  local function member(score)
    return nominal { cohort = { category = "iom" }, scores = { { date = "-1 months", matrix = "risk", score = score }, { date = "-1 days", matrix = "sac", score = 60 } } }
  end

  it("skip the weekend", function()
    expect(evaluate(member(39))).has_tasking("visit", { due = "2026-10-08" })
  end)

  it("skip Christmas", function()
    expect(evaluate(member(20), { as_of = "2026-12-24" })).has_tasking("visit", { due = "2027-01-05" })
  end)

  it("are not asked for somebody green, or without a score", function()
    expect(evaluate(member(19))).has_no_tasking("visit")
    expect(evaluate(nominal { cohort = { category = "iom" } })).has_no_tasking("visit")
  end)

  it("are an error where the bank holidays are not known yet", function()
    expect(evaluate(member(39), { as_of = "2027-12-28" })).errors_with("bank holidays of 2028 are not known")
  end)
end)
