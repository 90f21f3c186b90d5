local windows = require "common.windows"

-- The tests' date of the run.
local today = as_of

describe("a window", function()
  it("has both its ends in it", function()
    expect(windows.holds(today, days(0))).is_true()
    expect(windows.holds(today - months(3), months(3))).is_true()
    expect(windows.holds(today - months(3) - days(1), months(3))).is_false()
  end)

  it("has nothing yet to come in it", function()
    expect(windows.holds(today + days(1), months(3))).is_false()
  end)
end)

describe("time since", function()
  it("is in days, and below 0 for what is to come", function()
    expect(windows.days_since(today - days(31))).is(31)
    expect(windows.days_since(today)).is(0)
    expect(windows.days_since(today + days(2))).is(-2)
  end)

  -- The run is on 1 October 2026.
  local counts = {
    ["2026-10-01"] = 0, ["2026-09-02"] = 0, ["2026-09-01"] = 1, ["2026-08-31"] = 1, ["2025-12-31"] = 9, ["2025-10-02"] = 11, ["2025-10-01"] = 12,
  }
  for day, count in pairs(counts) do
    it("is " .. count .. " whole months from " .. day, function() expect(windows.months_since(date(day))).is(count) end)
  end

  it("is no months for what is to come", function()
    local worked, message = pcall(windows.months_since, today + days(1))
    expect(worked).is_false()
    expect(message).contains("2026-10-02, which is yet to come")
  end)
end)

describe("worth by how recent", function()
  local steps = windows.steps { { months(3), 4 }, { months(6), 2 }, { months(12), 1 } }

  local cases = {
    { today, 4, "last on 2026-10-01, within 3 months" }, { today - months(3), 4, "last on 2026-07-01, within 3 months" },
    { today - months(3) - days(1), 2, "last on 2026-06-30, within 6 months" }, { today - months(12), 1, "last on 2025-10-01, within 1 year" },
    { today - months(12) - days(1), 0, "last on 2025-09-30" }, { today + days(1), 0, "last on 2026-10-02" },
  }
  for _, case in ipairs(cases) do
    it("is " .. case[2] .. " on " .. case[1], function()
      local worth, why = steps(case[1])
      expect(worth).is(case[2])
      expect(why).is(case[3])
    end)
  end

  it("is nothing where there was nothing", function()
    local worth, why = steps(nil)
    expect(worth).is(0)
    expect(why).is("none")
  end)

  for _, longer in ipairs { months(3), months(2), days(31) } do
    it("wants windows that grow, and not " .. tostring(longer) .. " after 3 months", function()
      local worked, message = pcall(windows.steps, { { months(3), 4 }, { longer, 2 } })
      expect(worked).is_false()
      expect(message).contains("must grow")
    end)
  end
end)
