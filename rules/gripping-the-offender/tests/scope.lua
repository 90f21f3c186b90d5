-- How old an OGRS2 score may be.
local function person(date)
  return evaluate(nominal { borough = "Camden", statutory = true, convictions_total = 5, ogrs2 = 80, ogrs2_date = date }, { as_of = "2026-11-01" })
end

describe("an OGRS2 score", function()
  it("counts on the day on which it is twelve months old", function()
    expect(person("2025-11-01").recommendation.action).is("select")
  end)

  it("is asked for anew a day later", function()
    local d = person("2025-10-31")
    expect(d.met.gto_scope).is_unknown_for("ogrs2")
    expect(d.recommendation.action).is("refer")
    expect(d.recommendation.unknown).contains("ogrs2")
    expect(d).has_warning("stale")
  end)
end)
