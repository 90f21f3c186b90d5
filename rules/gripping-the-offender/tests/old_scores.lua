-- An OGRS2 score that is out of date is not used: people are asked for a new one.
local function scored(on, cohort)
  return evaluate(nominal {
    borough = "Camden", age = 40, sex = "male", statutory = true, convictions_total = 5, ogrs2 = 80, ogrs2_date = on, cohort = cohort,
  }, { as_of = "2026-11-01" })
end

describe("an OGRS2 score", function()
  it("is used when it is twelve months old to the day", function()
    expect(scored("2025-11-01").recommendation.action).is("select")
  end)

  it("is not used when it is a day older, and somebody is asked for a new one", function()
    local d = scored("2025-10-31")
    expect(d.recommendation.action).is("refer")
    expect(d.recommendation.unknown).is({ "ogrs2" })
    expect(d).has_warning("stale")
  end)

  it("removes nobody by being out of date", function()
    expect(scored("2025-10-31", { category = "gto", since = "-24 months" }).recommendation.action).is("refer")
  end)
end)
