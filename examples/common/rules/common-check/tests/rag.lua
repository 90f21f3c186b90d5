local rag = require "common.rag"

describe("red, amber and green", function()
  for score, band in pairs { [0] = "green", [19] = "green", [20] = "amber", [38] = "amber", [39] = "red", [64] = "red" } do
    it("call " .. score .. " " .. band, function() expect(rag.of(score, 39, 20)).is(band) end)
  end

  it("stand in order", function()
    expect(rag.rank "green").is(1)
    expect(rag.rank "amber").is(2)
    expect(rag.rank "red").is(3)
  end)

  it("are three", function()
    local worked, message = pcall(rag.rank, "blue")
    expect(worked).is_false()
    expect(message).contains("`blue` is none of red, amber and green")
  end)
end)

describe("leaving", function()
  local function member(scores, more)
    local given = { cohort = { category = "iom", since = "-12 months" }, scores = scores }
    for name, value in pairs(more or {}) do given[name] = value end
    return evaluate(nominal(given))
  end
  local function score(months_ago, band, flags, matrix)
    return { date = "-" .. months_ago .. " months", matrix = matrix or "risk", score = 5, band = band, flags = flags }
  end

  it("takes three green scores in a row", function()
    expect(member { score(3, "green"), score(2, "green"), score(1, "green") }).has_reason("settled")
    expect(member { score(2, "green"), score(1, "green") }.recommendation.action).is("retain")
  end)

  it("begins anew after an amber score", function()
    expect(member { score(4, "green"), score(3, "amber"), score(2, "green"), score(1, "green") }.recommendation.action).is("retain")
    expect(member { score(4, "amber"), score(3, "green"), score(2, "green"), score(1, "green") }).has_reason("settled")
  end)

  it("does not count scores given in prison", function()
    expect(member { score(3, "green", "P"), score(2, "green"), score(1, "green") }.recommendation.action).is("retain")
    expect(member { score(4, "green"), score(3, "red", "P D"), score(2, "green"), score(1, "green") }).has_reason("settled")
    expect(member { score(3, "green", "W"), score(2, "green"), score(1, "green") }).has_reason("settled")
  end)

  it("does not count scores of another matrix", function()
    expect(member { score(3, "green", nil, "sac"), score(2, "green"), score(1, "green") }.recommendation.action).is("retain")
  end)

  it("is not for somebody in prison", function()
    local scores = { score(3, "green"), score(2, "green"), score(1, "green") }
    expect(member(scores, { custody_status = "custody" }).recommendation.action).is("retain")
    expect(member(scores, { custody_status = "remand" }).recommendation.action).is("retain")
  end)

  it("asks for the band of a score that has none", function()
    local d = member { score(3, nil), score(2, "green"), score(1, "green") }
    expect(d.recommendation.action).is("refer")
    expect(d.recommendation.unknown).contains("scores.band")
  end)
end)
