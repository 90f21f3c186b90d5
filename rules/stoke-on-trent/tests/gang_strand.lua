-- Who is offered a place because of a gang, and who is not.
local day = "2026-11-01"

-- Below the score for Target; (4 + 3) times 3 is 21: amber.
local function person(given)
  local all = {
    borough = "Stoke-on-Trent", risk_of_harm = "high", ogrs2 = 80, needs = { drugs = 2 },
    gang = { name = "Example Crew", role = "member", last_confirmed = "2025-11-01" },
    offences = {
      { type = "violence", outcome = "convicted", date = "-2 months" }, { type = "violence", outcome = "convicted", date = "-2 months" },
      { type = "violence", outcome = "convicted", date = "-2 months" }, { type = "violence", outcome = "convicted", date = "-2 months" },
    },
  }
  for name, value in pairs(given) do all[name] = value end
  return evaluate(nominal(all), { as_of = day })
end

local function gang(role, confirmed)
  return { name = "Example Crew", role = role, last_confirmed = confirmed or "2026-09-01" }
end

describe("gang strand", function()
  for _, role in ipairs { "core", "member" } do
    it("takes a gang's " .. role .. " who is amber and below the score for Target", function()
      local d = person { gang = gang(role) }
      expect(d.band.sac).is("monitor")
      expect(d.band.risk).is("amber")
      expect(d.recommendation.action).is("select")
      expect(d.recommendation.category).is("gang_strand")
      expect(d).has_reason("gang")
    end)
  end

  for _, role in ipairs { "peripheral", "associate", "exploited", "victim" } do
    it("takes nobody for being recorded as " .. role, function()
      expect(person { gang = gang(role) }.recommendation.action).is("none")
    end)
  end

  it("takes nobody who is in no gang", function()
    local d = evaluate(nominal { borough = "Stoke-on-Trent", risk_of_harm = "very_high", ogrs2 = 80 }, { as_of = day })
    expect(d.recommendation.action).is("none")
  end)

  it("takes nobody who is in no gang, whatever their crimes", function()
    local violence = { type = "violence", outcome = "convicted", date = "-2 months" }
    local d = evaluate(nominal {
      borough = "Stoke-on-Trent", risk_of_harm = "high", ogrs2 = 80, needs = { drugs = 2 }, offences = { violence, violence, violence, violence },
    }, { as_of = day })
    expect(d.band.risk).is("amber")
    expect(d.met.takes_part).is_false()
    expect(d.met.harmed_by_gang).is_false()
    expect(d.recommendation.action).is("none")
  end)

  it("takes nobody who is green", function()
    local d = person { risk_of_harm = "low", offences = { { type = "violence", outcome = "convicted", date = "-2 months" } } }
    expect(d.band.risk).is("green")
    expect(d.met.takes_part).is_true()
    expect(d.recommendation.action).is("none")
  end)

  -- (4 + 3) times 3 is 21: amber, by crimes that are no gang's.
  local function amber_by(offence)
    return person { offences = { offence, offence, offence, offence } }
  end

  for _, kind in ipairs { "violence", "weapon", "drugs_supply", "arson" } do
    it("takes whoever was brought to court for " .. kind, function()
      expect(amber_by({ type = kind, outcome = "charged", date = "2025-11-01" }).met.takes_part).is_true()
      expect(amber_by({ type = kind, outcome = "convicted", date = "2025-11-01" }).met.takes_part).is_true()
    end)
  end

  it("takes whoever was brought to court for robbery", function()
    local d = person { offences = { { type = "robbery", outcome = "convicted", date = "-2 months" } }, risk_of_harm = "very_high" }
    expect(d.met.takes_part).is_true()
  end)

  it("takes nobody without such a crime of their own, however red by what is suspected", function()
    local arrest = { type = "violence", outcome = "arrested", date = "-1 months" }
    local series = { id = "S-1", date = "-1 months", status = "open" }
    local d = person { offences = { arrest, arrest, arrest, arrest }, linked_series = { series, series, series, series }, risk_of_harm = "very_high" }
    expect(d.band.risk).is("amber")
    expect(d.met.takes_part).is_false()
    expect(d.recommendation.action).is("none")
    expect(amber_by({ type = "criminal_damage", outcome = "convicted", date = "-2 months" }).met.takes_part).is_false()
  end)

  it("counts a crime twelve months old to the day, and none a day older", function()
    expect(amber_by({ type = "weapon", outcome = "convicted", date = "2025-11-01" }).met.takes_part).is_true()
    expect(amber_by({ type = "weapon", outcome = "convicted", date = "2025-10-31" }).met.takes_part).is_false()
  end)

  it("takes nobody from elsewhere", function()
    expect(person { borough = "Stafford" }.recommendation.action).is("none")
  end)

  it("counts a link confirmed twelve months ago to the day, and none a day older", function()
    expect(person {}.recommendation.rule).is("gang")
    expect(person { gang = gang("member", "2025-10-31") }.recommendation.action).is("none")
  end)

  it("asks people where nobody knows when the link was confirmed", function()
    local d = person { gang = { name = "Example Crew", role = "member", last_confirmed = unknown } }
    expect(d.recommendation.action).is("refer")
    expect(d.recommendation.unknown).contains("gang.last_confirmed")
  end)

  it("asks people where the record does not say whether there is a gang", function()
    local d = person { gang = unknown }
    expect(d.recommendation.action).is("refer")
    expect(d.recommendation.rule).is("gang")
    expect(d.recommendation.unknown).contains("gang")
  end)

  it("reads no list of associates and no ethnicity", function()
    expect(person {}).does_not_read("associates.id")
    expect(person {}).does_not_read("ethnicity")
  end)

  it("comes after the classes of the county", function()
    local burglary = { type = "burglary_dwelling", outcome = "convicted", date = "-2 months" }
    local d = person { offences = { burglary, burglary, burglary, burglary } }
    expect(d.recommendation.rule).is("target")
  end)
end)

property "nobody recorded only as exploited or as a victim is ever met by the gang team" {
  given = { gang = { name = "Example Crew", role = "exploited" } }, never_tasks = { "gang_visit", "gang_child_plan" },
}
property "a gang alone, without a crime of one's own, selects nobody into the gang strand" {
  given = { gang = { name = "Example Crew", role = "core" }, offences = {} }, never_selects = "gang",
}
property "a child is never met with the gang team's visit" { given = { age = 17 }, never_tasks = "gang_visit" }
