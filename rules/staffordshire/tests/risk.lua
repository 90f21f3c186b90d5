-- The rows of the risk matrix give what their bounds allow, so that nothing is ever cut.
local function many(count, item)
  local list = {}
  for i = 1, count do list[i] = item end
  return list
end

local offence = { type = "violence", outcome = "convicted", date = "-2 months" }
local series = { id = "S-1", date = "-1 months", status = "open" }

local people = {
  ["nothing against anybody"] = {},
  ["a low risk of harm"] = { risk_of_harm = "low" },
  ["a very high risk of harm"] = { risk_of_harm = "very_high" },
  ["five offences"] = { offences = many(5, offence) },
  ["five open series"] = { linked_series = many(5, series) },
  ["a high OGRS2 and a serious drug need"] = { ogrs2 = 80, needs = { drugs = 2 } },
  ["prison"] = { custody_status = "custody" },
}

describe("a row of the risk matrix is not cut", function()
  for words, person in pairs(people) do
    it("for " .. words, function() expect(#evaluate(nominal(person)).warnings).is(0) end)
  end
end)

describe("a risk that is not known", function()
  it("counts from the least to the most that each row gives", function()
    local d = evaluate(nominal { offences = unknown })
    expect(d.row.risk.history).is_unknown_between(0, 4)
    expect(d.row.risk.intelligence).is_unknown_between(0, 4)
    expect(d.row.risk.multiplier).is_unknown_between(1, 4)
    expect(d.score.risk).is_unknown_between(0, 32)
  end)
end)
