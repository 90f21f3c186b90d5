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
