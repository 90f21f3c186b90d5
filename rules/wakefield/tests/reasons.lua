-- What a person is told about how the score came out, and what never counts.
local day = "2026-11-01"

describe("reasons", function()
  local person = nominal {
    convictions_total = 30, ogrs2 = 80,
    offences = {
      { type = "burglary_dwelling", outcome = "convicted", date = "-6 months" }, { type = "robbery", outcome = "charged", date = "-5 months" },
      { type = "theft_shop", outcome = "tic", date = "-4 months" }, { type = "violence", outcome = "arrested", date = "-1 months" },
    },
    intelligence = { { date = "-1 months", source = 1, assessment = "B", handling = "P", kind = "theft" } },
    here = { partner_reports = {
      { date = "-1 months", agency = "housing", view = "concern" }, { date = "-2 months", agency = "health", view = "progress" },
    } },
  }

  it("name each part of the score", function()
    local d = evaluate(person, { as_of = day })
    expect(d.row.targeting.grave).is(20)
    expect(d.row.targeting.other).is(3)
    expect(d.row.targeting.record).is(10)
    expect(d.row.targeting.ogrs).is(15)
    expect(d.row.targeting.arrests).is(2)
    expect(d.row.targeting.police).is(2)
    expect(d.row.targeting.partners).is(4)
    expect(d.row.targeting.progress).is(-4)
    expect(d.score.targeting).is(52)
    expect(d).has_reason("ppo")
  end)

  it("keep to what the rules looked at", function()
    local d = evaluate(person, { as_of = day })
    expect(d).reads("local.partner_reports.view")
    expect(d).does_not_read("sex")
    expect(d).does_not_read("ethnicity")
    expect(d).does_not_read("disability")
    expect(d).does_not_read("needs.physical_health")
  end)

  it("say that an OGRS2 score of over a year ago is too old", function()
    local d = evaluate(nominal { ogrs2 = 80, ogrs2_date = "2025-10-31" }, { as_of = day })
    expect(d.score.targeting).is_unknown_for("ogrs2")
    expect(d).has_warning("stale")
  end)
end)

property "a grave crime never lowers the score" {
  raises = "offences", add = { type = "robbery", outcome = "convicted", date = "-1 months" }, never_lowers = "targeting",
}
property "a theft never lowers the score" {
  raises = "offences", add = { type = "theft_shop", outcome = "tic", date = "-1 months" }, never_lowers = "targeting",
}
property "a report of the police never lowers the score" {
  raises = "intelligence", add = { date = "-1 months", source = 1, assessment = "B", handling = "P", kind = "theft" },
  never_lowers = "targeting",
}
property "a higher OGRS2 never lowers the score" { raises = "ogrs2", never_lowers = "targeting" }
property "a need changes neither the recommendation nor the score" {
  set = { needs = { drugs = 2, accommodation = 2, mental_health = 2 } }, never_changes = { "recommendation", "score.targeting" },
}
property "sex, ethnicity and disability change nothing" {
  set = { sex = "female", ethnicity = "B1", disability = true }, never_changes = { "recommendation", "taskings", "score.targeting" },
}
property "nobody is recommended on suspicion alone" {
  given = { offences = { { type = "robbery", outcome = "arrested", date = "-1 months" } } }, never_selects = true,
}
property "a child is never recommended" { given = { age = 17 }, never_selects = true }
property "nobody in prison leaves as settled" { given = { custody_status = "custody" }, never_deselects = { "leave", "to_exit" } }
