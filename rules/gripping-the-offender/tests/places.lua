-- Places are counted over everybody in the cohort file, and a service that is full is a reason for refusal.
local day = "2026-11-01"

local services = {
  {
    id = "personalised_budget", service = "personalised_budget", places = 25,
    person = { sex = "female" },
  },
  {
    id = "employment", service = "employment", places = 20,
    person = { sex = "male", needs = { ete = 1 } },
  },
}

local function member(id, given)
  local person = {
    id = id, borough = "Camden", age = 40, statutory = true, convictions_total = 5, ogrs2 = 80,
    cohort = { category = "gto", since = "-12 months" },
  }
  for name, value in pairs(given) do person[name] = value end
  return nominal(person)
end

local function with(given, more)
  local all = {}
  for name, value in pairs(given) do all[name] = value end
  for name, value in pairs(more) do all[name] = value end
  return all
end

for _, case in ipairs(services) do
  describe("the places of " .. case.service, function()
    local function decided(count, outcome)
      local list = { member("asks", case.person), member("no-list", { sex = "male", referrals = unknown }) }
      for i = 1, count do
        list[#list + 1] = member("holds-" .. i, with(case.person, {
          referrals = { { service = case.service, date = "2026-06-01", outcome = i == 1 and outcome or "started" } },
        }))
      end
      return evaluate(cohort(list), { as_of = day })
    end

    it("are for the next person while one is free", function()
      local all = decided(case.places - 1)
      expect(all["asks"].met[case.id]).is_true()
      expect(all["asks"]).has_tasking(case.id)
    end)

    it("are a reason for refusal when all are taken", function()
      local all = decided(case.places)
      expect(all["asks"].met[case.id]).is_false()
      expect(all["asks"]).has_no_tasking(case.id)
    end)

    it("stay with those who have them", function()
      local all = decided(case.places + 1)
      expect(all["holds-1"].met[case.id]).is_true()
      expect(all["asks"].met[case.id]).is_false()
    end)

    it("are taken from the day of acceptance", function()
      expect(decided(case.places, "accepted")["asks"].met[case.id]).is_false()
    end)

    for _, outcome in ipairs { "pending", "refused", "withdrawn", "completed" } do
      it("are not taken by a referral that is " .. outcome, function()
        expect(decided(case.places, outcome)["asks"].met[case.id]).is_true()
      end)
    end
  end)
end

describe("a place on the employment pathway", function()
  it("is held for the six months of its contract, to the day", function()
    local function decided(first)
      local list = { member("asks", { sex = "male", needs = { ete = 1 } }) }
      for i = 1, 20 do
        list[#list + 1] = member("holds-" .. i, {
          sex = "male", referrals = { { service = "employment", date = i == 1 and first or "2026-06-01", outcome = "started" } },
        })
      end
      return evaluate(cohort(list), { as_of = day })["asks"].met.employment
    end
    expect(decided("2026-05-01")).is_false()
    expect(decided("2026-04-30")).is_true()
  end)
end)

describe("GPS tags", function()
  local order = { kind = "community_order", start = "2026-09-01" }

  local function decided(count, first)
    local list = { member("asks", { orders = { order } }), member("no-list", { orders = unknown }) }
    for i = 1, count do
      list[#list + 1] = member("tag-" .. i, { orders = { order, { kind = "gps_tag", start = i == 1 and first or "2026-09-01" } } })
    end
    return evaluate(cohort(list), { as_of = day })
  end

  it("are considered while fewer than 100 were given in twelve months", function()
    expect(decided(99)["asks"]).has_tasking("gps_tag")
    expect(decided(100)["asks"].met.gps_tag).is_false()
    expect(decided(100)["asks"]).has_no_tasking("gps_tag")
    expect(decided(101)["tag-1"].met.gps_tag).is_true()
  end)

  it("are counted for twelve months, to the day", function()
    expect(decided(100, "2025-11-01")["asks"].met.gps_tag).is_false()
    expect(decided(100, "2025-10-31")["asks"].met.gps_tag).is_true()
  end)
end)
