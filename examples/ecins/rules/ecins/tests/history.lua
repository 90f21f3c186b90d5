-- Bands, trends and ways out, on histories made up for the purpose.
local day = "2014-08-18"
local dates = { "2014-02-10", "2014-03-13", "2014-04-11", "2014-07-04", "2014-08-18" }

-- One score at each of the first dates: `32`, or `{ 0, "P" }` with its flags.
local function person(scores, status)
  local list = {}
  for place, score in ipairs(scores) do
    local value, flags = score, nil
    if type(score) == "table" then value, flags = score[1], { score[2], score[3] } end
    list[place] = { matrix = "risk", date = dates[place], score = value, band = value >= 39 and "red" or value >= 20 and "amber" or "green", flags = flags }
  end
  return evaluate(nominal { cohort = { category = "iom" }, scores = list, custody_status = status }, { as_of = day })
end

describe("bands", function()
  local cases = { [0] = "green", [19] = "green", [20] = "amber", [38] = "amber", [39] = "red", [64] = "red" }
  for score, band in pairs(cases) do
    it("make " .. score .. " " .. band, function()
      local d = person { score }
      expect(d.score.first).is(score)
      expect(d.band.first).is(band)
      expect(d.band.last).is(band)
      expect(d.band.last_outside).is(band)
      expect(#d.warnings).is(0)
    end)
  end

  it("are of the first and of the last date", function()
    local d = person { 44, 24, 4 }
    expect(d.score.first).is(44)
    expect(d.score.last).is(4)
    expect(d.score.last_outside).is(4)
  end)

  it("take no zero in prison for the last score", function()
    local d = person { 44, 24, { 0, "P" } }
    expect(d.score.last).is(0)
    expect(d.score.last_outside).is(24)
    expect(person({ 44, { 0, "P", "D" } }).score.last_outside).is(44)
    expect(person({ 44, { 4, "D" } }).score.last_outside).is(4)
  end)

  it("leave scores of other matrices out", function()
    local d = evaluate(nominal { scores = { { matrix = "sac", score = 60, band = "ppo", date = "2014-02-10" } } }, { as_of = day })
    expect(d.band.first).is("none")
    expect(d.band.last).is("none")
    expect(d.band.last_outside).is("none")
    expect(d.class.trend).is("none")
    expect(d.class.trend_as_printed).is("none")
  end)

  it("call nobody green who was never scored", function()
    local d = person {}
    expect(d.score.first).is(-1)
    expect(d.band.first).is("none")
    expect(d.band.last).is("none")
    expect(d.band.last_outside).is("none")
    expect(d.class.trend).is("none")
    expect(d.class.trend_as_printed).is("none")
    expect(d.recommendation.action).is("retain")
    expect(#d.warnings).is(0)
  end)

  it("call nobody green outside prison who was scored in prison alone", function()
    local d = person { { 0, "P" }, { 0, "P" } }
    expect(d.band.last).is("green")
    expect(d.class.trend_as_printed).is("steady")
    expect(d.band.last_outside).is("none")
    expect(d.class.trend).is("none")
  end)

  it("are not known where the scores are not", function()
    local d = evaluate(nominal { scores = unknown }, { as_of = day })
    expect(d.score.first).is_unknown_for("scores")
    expect(d.row.first.score).is_unknown_between(-1, 64)
    expect(d.row.last.score).is_unknown_between(-1, 64)
    expect(d.row.last_outside.score).is_unknown_between(-1, 64)
    expect(d.class.trend).is_unknown_for("scores")
  end)
end)

describe("trends", function()
  it("go from the first date to the last, whatever lies between", function()
    expect(person({ 20, 60, 21 }).class.trend).is("rising")
    expect(person({ 20, 60, 19 }).class.trend).is("falling")
    expect(person({ 20, 60, 20 }).class.trend).is("steady")
    expect(person({ 20, 60, 21 }).class.trend_as_printed).is("rising")
    expect(person({ 20, 60, 19 }).class.trend_as_printed).is("falling")
    expect(person({ 20, 60, 20 }).class.trend_as_printed).is("steady")
  end)

  it("need two scores to be more than steady", function()
    expect(person({ 20 }).class.trend).is("steady")
    expect(person({ 20 }).class.trend_as_printed).is("steady")
  end)

  it("as printed take a zero in prison for an improvement, and outside prison do not", function()
    local d = person { 24, 30, { 0, "P" } }
    expect(d.class.trend_as_printed).is("falling")
    expect(d.class.trend).is("rising")
  end)
end)

describe("who could leave", function()
  local function action(...) return person(...).recommendation.action end

  it("was green at the latest two dates", function()
    expect(person({ 44, 4, 4 })).has_reason("could_leave")
    expect(action { 44, 4, 4 }).is("deselect")
    expect(action { 4, 4 }).is("deselect")
    expect(action { 44, 4 }).is("retain")
    expect(action { 4, 4, 20 }).is("retain")
    expect(action { 4, 20, 4 }).is("retain")
    expect(action { 4, 4, 4 }).is("deselect")
  end)

  it("was so outside prison", function()
    expect(action { 44, 4, { 0, "P" } }).is("retain")
    expect(action { 44, 4, { 0, "P" }, 4 }).is("deselect")
  end)

  it("is not in prison now", function() expect(action({ 4, 4 }, "custody")).is("retain") end)

  it("was rated green, in risk", function()
    local d = evaluate(nominal {
      cohort = { category = "iom" },
      scores = {
        { matrix = "risk", score = 4, band = "green", date = "2014-02-10" }, { matrix = "sac", score = 4, band = "green", date = "2014-03-13" },
      },
    }, { as_of = day })
    expect(d.recommendation.action).is("retain")
  end)
end)
