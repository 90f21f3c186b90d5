-- The gang unit, and the people whom it is not for.
local day = "2026-11-01"
local violence = { type = "violence", outcome = "convicted", date = "-2 months" }
local robbery = { type = "robbery", outcome = "charged", date = "-2 months" }
local red = { violence, violence, violence, robbery, robbery, robbery, robbery }

local function with(person, given)
  local all = {}
  for name, value in pairs(person) do all[name] = value end
  for name, value in pairs(given or {}) do all[name] = value end
  return all
end

local function role(of, given)
  return with({ name = "Example Crew", role = of, last_confirmed = "-1 months" }, given)
end

-- Others of the same gang, of whom nothing else is known.
local function others(count)
  local people = {}
  for i = 1, count do
    people[i] = nominal { id = "Z-" .. i, borough = "Coventry", gang = { name = "Example Crew", role = "peripheral" } }
  end
  return people
end

-- The decision on one person among so many others of the gang; two, if nobody says otherwise.
local function among(given, count)
  local people = others(count or 2)
  people[#people + 1] = nominal(with({ id = "A-1", borough = "Birmingham", gang = role "member", offences = red }, given))
  return evaluate(cohort(people), { as_of = day })["A-1"]
end

local function managed(given, count)
  return among(with({ cohort = { category = "gang_unit", since = "-12 months" } }, given), count)
end

describe("the gang unit", function()
  for _, of in ipairs { "core", "member" } do
    it("takes a " .. of .. " for what they did", function()
      local d = among { gang = role(of) }
      expect(d.met.gang_unit).is(true)
      expect(d).has_reason("gang_unit")
      expect(d.recommendation.category).is("gang_unit")
    end)
  end

  for _, of in ipairs { "peripheral", "associate" } do
    it("does not take a gang's " .. of .. ", who is met like anybody else", function()
      local d = among { gang = role(of) }
      expect(d.met.gang_unit).is(false)
      expect(d).has_reason("violent")
      expect(d).has_no_tasking("gang_exit")
    end)
  end

  it("takes nobody for whom they know", function()
    local d = among { offences = {} }
    expect(d.met.gang_unit).is(false)
    expect(d.recommendation.action).is("none")
    expect(d).does_not_read("associates")
  end)

  it("takes nobody for an arrest, and nobody for theft", function()
    expect(among({ offences = { { type = "violence", outcome = "arrested", date = "-2 months" } } }).met.gang_unit).is(false)
    expect(among({ offences = { { type = "theft_shop", outcome = "convicted", date = "-2 months" } } }).met.gang_unit).is(false)
  end)

  for _, crime in ipairs { "violence", "weapon", "drugs_supply", "arson", "robbery" } do
    for _, outcome in ipairs { "convicted", "charged" } do
      it("counts one " .. crime .. " " .. outcome .. " of one's own", function()
        expect(among({ offences = { { type = crime, outcome = outcome, date = "2025-11-01" } } }).met.gang_unit).is(true)
        expect(among({ offences = { { type = crime, outcome = outcome, date = "2025-10-31" } } }).met.gang_unit).is(false)
      end)
    end
  end

  it("does not take a person who is neither red, amber nor of high risk of harm", function()
    expect(among({ offences = { violence } }).recommendation.action).is("none")
    expect(among({ offences = { violence }, risk_of_harm = "high" })).has_reason("gang_unit")
  end)

  it("does not take a child", function()
    expect(among({ age = 17 }).met.gang_unit).is(false)
    expect(among({ age = 18 }).met.gang_unit).is(true)
  end)

  it("works in Birmingham only", function()
    expect(among({ borough = "Coventry" }).met.gang_unit).is(false)
  end)

  it("does not use a link that nobody confirmed in a year", function()
    expect(among({ gang = role("core", { last_confirmed = "2025-11-01" }) }).met.gang_unit).is(true)
    expect(among({ gang = role("core", { last_confirmed = "2025-10-31" }) }).met.gang_unit).is(false)
  end)

  it("asks when the link was confirmed where nobody wrote it down", function()
    local d = among { gang = { name = "Example Crew", role = "core" } }
    expect(d.met.gang_unit).is_unknown_for("gang.last_confirmed")
    expect(d.recommendation.action).is("refer")
  end)

  it("is for gangs of three people or more", function()
    expect(among({}, 1).met.gang_unit).is(false)
    expect(among({}, 2).met.gang_unit).is(true)
    expect(among({}, 2).group.gang.size).is(3)
  end)

  it("is left for monitoring when its criteria no longer hold and risk is green", function()
    local d = managed { gang = role("member", { last_confirmed = "-13 months" }), offences = { robbery, robbery, robbery } }
    expect(d.recommendation.rule).is("gang_over")
    expect(d.recommendation.action).is("deselect")
    expect(d.recommendation.category).is("monitor")
  end)

  it("is left for the local unit when its criteria no longer hold and risk is not green", function()
    local d = managed { gang = role("member", { last_confirmed = "-13 months" }) }
    expect(d.recommendation.rule).is("gang_moved")
    expect(d.recommendation.category).is("local_unit")
  end)

  it("is not left while its criteria hold", function()
    expect(managed({}).recommendation.action).is("retain")
    expect(managed({ offences = { violence } }).recommendation.action).is("retain")
  end)

  it("asks whether there is a gang where the record leaves it out", function()
    local d = among { gang = unknown }
    expect(d.met.harmed_by_gang).is_unknown_for("gang")
    expect(d.recommendation.action).is("refer")
    expect(d).has_no_tasking("gang_enforcement")
  end)

  it("is left for support first, whatever the risk, when somebody is found to be exploited", function()
    local d = managed { gang = role "exploited" }
    expect(d.recommendation.rule).is("gang_harmed")
    expect(d).has_tasking("safeguarding")
  end)
end)

describe("enforcement by the gang unit", function()
  it("is asked for somebody red, at liberty, for violence of their own", function()
    local d = managed {}
    expect(d).has_tasking("gang_enforcement", { owner = "gang_unit", due = "2026-11-08", priority = "high" })
    expect(d.tasking.gang_enforcement.because).is("rated red, for violence or robbery of their own")
  end)

  it("never comes without the offer of a way out", function()
    expect(managed {}).has_tasking("gang_exit", { owner = "gang_unit", due = "2026-11-15" })
    local amber = managed { offences = { violence, violence, robbery, robbery } }
    expect(amber.band.risk).is("amber")
    expect(amber).has_tasking("gang_exit")
    expect(amber).has_no_tasking("gang_enforcement")
  end)

  it("is not for a person whom the gang unit would not take, however red", function()
    local d = among({ gang = role "peripheral" })
    expect(d.band.risk).is("red")
    expect(d.met.gang_enforcement).is(false)
    expect(d).has_no_tasking("gang_enforcement")
  end)

  for id, wait in pairs { gang_exit = { "-3 months", "2026-07-31" }, gang_enforcement = { "-1 months", "2026-09-30" } } do
    it("and the way out are asked for in their time: " .. id, function()
      expect(managed { taskings = { { kind = id, opened = wait[1], status = "done" } } }).has_no_tasking(id)
      expect(managed { taskings = { { kind = id, opened = wait[2], status = "done" } } }).has_tasking(id)
    end)
  end

  for _, of in ipairs { "exploited", "victim" } do
    it("is never asked for somebody recorded as " .. of .. ", not even by an old link", function()
      local d = among { gang = role(of, { last_confirmed = "-5 years" }) }
      expect(d).has_reason("support_first")
      expect(d).has_no_tasking("gang_enforcement")
      expect(d).has_no_tasking("gang_exit")
      expect(d).has_tasking("safeguarding")
    end)
  end

  it("waits while a safeguarding concern is open", function()
    local d = managed { safeguarding = true }
    expect(d).has_no_tasking("gang_enforcement")
    expect(d).has_tasking("safeguarding")
  end)

  it("is not for victims", function()
    expect(managed { victim = true }).has_no_tasking("gang_enforcement")
  end)

  for _, field in ipairs { "safeguarding", "victim" } do
    it("is not asked where nobody knows: " .. field, function()
      local d = managed { [field] = unknown }
      expect(d).has_no_tasking("gang_enforcement")
      expect(d).has_warning("unknown")
    end)
  end

  for _, status in ipairs { "custody", "remand" } do
    it("is not asked in " .. status, function()
      expect(managed { custody_status = status }).has_no_tasking("gang_enforcement")
    end)
  end
end)
