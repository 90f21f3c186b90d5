-- What the county tells a person about how they came out.
describe("reasons", function()
  it("count the crimes and say since when", function()
    local d = evaluate(nominal {
      borough = "Stafford", statutory = true, ogrs2 = 80, needs = { drugs = 2 },
      offences = {
        { type = "burglary_dwelling", outcome = "convicted", date = "-6 months" },
        { type = "burglary_dwelling", outcome = "charged", date = "-5 months" },
        { type = "robbery", outcome = "convicted", date = "-4 months" },
      },
    }, { as_of = "2026-11-01" })
    expect(d.row.sac.burglary).is(20)
    expect(d.row.sac.robbery).is(10)
    expect(d.row.sac.drugs).is(15)
    expect(d.row.sac.ogrs).is(20)
    expect(d.score.sac).is(65)
    expect(d.band.sac).is("target")
    expect(d).has_reason("target")
  end)

  it("keep to what the rules looked at", function()
    local d = evaluate(nominal { borough = "Stafford" }, { as_of = "2026-11-01" })
    expect(d).reads("offences.type")
    expect(d).does_not_read("sex")
    expect(d).does_not_read("ethnicity")
  end)

  it("ask for the OGRS2 score where it would decide", function()
    local d = evaluate(nominal {
      borough = "Stafford", ogrs2 = unknown,
      offences = {
        { type = "burglary_dwelling", outcome = "convicted", date = "-6 months" },
        { type = "burglary_dwelling", outcome = "convicted", date = "-6 months" },
        { type = "burglary_dwelling", outcome = "convicted", date = "-6 months" },
      },
    }, { as_of = "2026-11-01" })
    expect(d.recommendation.action).is("refer")
    expect(d.recommendation.unknown).contains("ogrs2")
    expect(d.score.sac).is_unknown_for("ogrs2")
  end)

  it("ask for appointments that nobody has recorded, and do not take them for none kept", function()
    local d = evaluate(nominal { borough = "Stafford", cohort = { category = "ppo" }, engagement = unknown }, { as_of = "2026-11-01" })
    expect(d.recommendation.action).is("refer")
    expect(d.recommendation.rule).is("not_engaging")
    expect(d.recommendation.unknown).contains("engagement")
  end)

  it("do not use an OGRS2 score that is over a year old", function()
    local old = nominal { borough = "Stafford", ogrs2 = 80, ogrs2_date = "2025-10-31" }
    local fresh = nominal { borough = "Stafford", ogrs2 = 80, ogrs2_date = "2025-11-01" }
    expect(evaluate(old, { as_of = "2026-11-01" }).score.sac).is_unknown_for("ogrs2")
    expect(evaluate(old, { as_of = "2026-11-01" })).has_warning("stale")
    expect(evaluate(fresh, { as_of = "2026-11-01" }).score.sac).is(20)
  end)

  it("give risk its number of offences and reports in words", function()
    local d = evaluate(nominal {
      borough = "Stafford", offences = { { type = "violence", outcome = "convicted", date = "-2 months" } },
    }, { as_of = "2026-11-01" })
    expect(d.row.risk.history).is(1)
    expect(d.row.risk.at_liberty).is(1)
    expect(d.score.risk).is(1)
  end)
end)

property "another burglary never lowers the score" {
  raises = "offences", add = { type = "burglary_dwelling", outcome = "convicted", date = "-1 months" }, never_lowers = "sac",
}
property "another robbery never lowers the score" {
  raises = "offences", add = { type = "robbery", outcome = "convicted", date = "-1 months" }, never_lowers = "sac",
}
property "another recent offence never lowers the risk" {
  raises = "offences", add = { type = "violence", outcome = "convicted", date = "-1 months" }, never_lowers = "risk",
}
property "another open series never lowers the risk" {
  raises = "linked_series", add = { id = "S-9", date = "-1 months", status = "open" }, never_lowers = "risk",
}
property "nobody in prison leaves as settled" {
  given = { custody_status = "custody" }, never_deselects = { "leave", "leave_statutory", "to_monitor" },
}
property "a need for help with housing, work or money never raises the score or the risk" {
  set = { needs = { accommodation = 2, ete = 2, finance = 2 } }, never_changes = { "score.sac", "score.risk" },
}
property "nobody recorded only as exploited by a gang is ever sought as wanted" {
  given = { gang = { name = "Example Crew", role = "exploited" } }, never_tasks = "wanted",
}
property "sex, ethnicity and disability change nothing" {
  set = { sex = "female", ethnicity = "B1", disability = true }, never_changes = { "recommendation", "taskings" },
}
property "a child is never a PPO or a Target of the adult strand" {
  given = { age = 17 }, never_selects = { "ppo", "ppo_target", "target", "cud", "cud_target" },
}
property "nobody is selected without an acquisitive crime, whatever is predicted" { given = { offences = {} }, never_selects = true }
