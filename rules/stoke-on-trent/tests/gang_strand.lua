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
  for _, role in ipairs { "core", "member", "peripheral", "associate" } do
    it("takes a gang's " .. role .. " who is amber and below the score for Target", function()
      local d = person { gang = gang(role) }
      expect(d.band.sac).is("monitor")
      expect(d.band.risk).is("amber")
      expect(d.recommendation.action).is("select")
      expect(d.recommendation.category).is("gang_strand")
      expect(d).has_reason("gang")
    end)
  end

  for _, role in ipairs { "exploited", "victim" } do
    it("takes nobody for being recorded as " .. role, function()
      expect(person { gang = gang(role) }).has_reason("monitor")
    end)
  end

  it("takes nobody who is in no gang", function()
    local d = evaluate(nominal { borough = "Stoke-on-Trent", risk_of_harm = "very_high", ogrs2 = 80 }, { as_of = day })
    expect(d.recommendation.rule).is("monitor")
    expect(d.recommendation.action).is("monitor")
  end)

  it("takes nobody who is green", function()
    expect(person { risk_of_harm = "low", offences = {} }.recommendation.rule).is("monitor")
  end)

  it("takes nobody from elsewhere", function()
    expect(person { borough = "Stafford" }.recommendation.action).is("none")
  end)

  it("counts a link confirmed twelve months ago to the day, and none a day older", function()
    expect(person {}.recommendation.rule).is("gang")
    expect(person { gang = gang("member", "2025-10-31") }.recommendation.rule).is("monitor")
  end)

  it("asks people where nobody knows when the link was confirmed", function()
    local d = person { gang = { name = "Example Crew", role = "member", last_confirmed = unknown } }
    expect(d.recommendation.action).is("refer")
    expect(d.recommendation.unknown).contains("gang.last_confirmed")
  end)

  it("comes after the classes of the county", function()
    local burglary = { type = "burglary_dwelling", outcome = "convicted", date = "-2 months" }
    local d = person { offences = { burglary, burglary, burglary, burglary } }
    expect(d.recommendation.rule).is("target")
  end)
end)
