-- Who is considered, and at which score.
local function burglaries(count)
  local list = {}
  for i = 1, count do list[i] = { type = "burglary_dwelling", outcome = "convicted", date = "-6 months" } end
  return list
end

local function resident(fields)
  fields.borough = "Tamworth"
  return nominal(fields)
end

describe("the score for serious acquisitive crime", function()
  it("counts each dwelling burglary of the last year, up to the most", function()
    expect(evaluate(resident { offences = burglaries(3) }).row.sac.burglary).is(30)
    expect(evaluate(resident { offences = burglaries(9) }).row.sac.burglary).is(param.burglary_most)
  end)

  it("does not count a burglary of more than a year ago", function()
    local d = evaluate(resident { offences = { { type = "burglary_dwelling", outcome = "convicted", date = "-13 months" } } })
    expect(d.score.sac).is(0)
  end)

  it("is a range while OGRS2 is not known, so that nobody is passed over for want of it", function()
    local d = evaluate(resident { ogrs2 = unknown, offences = burglaries(3) })
    expect(d.score.sac).is_unknown_for("ogrs2")
    expect(d.recommendation.action).is("refer")
    expect(d.recommendation.unknown).contains("ogrs2")
  end)
end)

describe("a burglary and no more", function()
  it("is monitored, for the score", function()
    expect(evaluate(resident { offences = burglaries(1) })).has_reason("The score for serious acquisitive crime is below Target.")
    expect(evaluate(resident { offences = burglaries(1), ogrs2 = unknown }).recommendation.rule).is("monitor")
  end)

  it("is needed: without a crime and below Target the referral is rejected, whatever is missing", function()
    expect(evaluate(resident {}).recommendation.action).is("none")
    expect(evaluate(resident { ogrs2 = unknown, needs = unknown }).recommendation.action).is("none")
  end)

  it("is asked about where nobody knows the offences", function()
    local d = evaluate(resident { offences = unknown })
    expect(d.recommendation.action).is("refer")
    expect(d.recommendation.unknown).contains("offences")
  end)

  it("is asked about where it matters whether the score is enough without one", function()
    local d = evaluate(resident { ogrs2 = 80, needs = { drugs = 2 }, convictions_total = 10 })
    expect(d.recommendation.action).is("none")
    d = evaluate(resident { ogrs2 = unknown, needs = { drugs = 2 }, convictions_total = 40 })
    expect(d.band.sac).is_unknown()
    expect(d.recommendation.action).is("refer")
    expect(d.recommendation.rule).is("monitor")
  end)
end)

describe("a prediction, a need and a long record", function()
  local function person(offences)
    local given = { age = 40, ogrs2 = 80, needs = { drugs = 2 }, convictions_total = 40, offences = offences }
    return evaluate(resident(given), { as_of = "2026-11-01" })
  end

  it("reach the score for Target, and are monitored where there is no acquisitive crime", function()
    local d = person {}
    expect(d.score.sac).is(45)
    expect(d.band.sac).is("target")
    expect(d.recommendation.action).is("monitor")
    expect(d.recommendation.rule).is("monitor")
    expect(d).has_reason("The score is enough, and there is no burglary, robbery or theft brought to court in 12 months.")
  end)

  it("select nobody for a crime of another kind, for an arrest, or for one too long ago", function()
    expect(person({ { type = "violence", outcome = "convicted", date = "-2 months" } }).recommendation.action).is("monitor")
    expect(person({ { type = "robbery", outcome = "arrested", date = "-2 months" } }).recommendation.action).is("monitor")
    expect(person({ { type = "theft_shop", outcome = "convicted", date = "2025-10-31" } }).recommendation.action).is("monitor")
  end)

  for _, kind in ipairs {
    "burglary_dwelling", "burglary_other", "robbery", "theft_vehicle", "theft_from_vehicle", "theft_person", "theft_shop", "theft_other",
  } do
    it("select with a crime such as " .. kind, function()
      expect(person({ { type = kind, outcome = "charged", date = "2025-11-01" } }).recommendation.rule).is("target")
    end)
  end

  it("are referred where nobody knows the offences", function()
    local d = person(unknown)
    expect(d.recommendation.action).is("refer")
    expect(d.recommendation.unknown).contains("offences")
  end)

  it("do nothing for somebody from elsewhere", function()
    expect(evaluate(nominal { borough = "Camden", ogrs2 = 80, needs = { drugs = 2 }, convictions_total = 40 }).recommendation.action).is("none")
  end)
end)
