local workdays = require "common.workdays"

describe("working days", function()
  -- GOV.UK has eight bank holidays a year, and these more.
  local listed = { [2019] = 8, [2020] = 8, [2021] = 8, [2022] = 10, [2023] = 9, [2024] = 8, [2025] = 8, [2026] = 8, [2027] = 8, [2028] = 8 }
  for year, expected in pairs(listed) do
    it("leave out the bank holidays of " .. year, function()
      local day, free, on_weekends = date(year .. "-01-01"), 0, 0
      while day.year == year do
        if workdays.is_bank_holiday(day) then
          free = free + 1
          if (day - date "2018-12-31") % 7 >= 5 then on_weekends = on_weekends + 1 end
        end
        day = day + days(1)
        if day > date "2028-12-31" then break end
      end
      expect(free).is(expected)
      expect(on_weekends).is(0)
    end)
  end

  local easter_mondays = {
    "2019-04-22", "2020-04-13", "2021-04-05", "2022-04-18", "2023-04-10", "2024-04-01", "2025-04-21", "2026-04-06", "2027-03-29", "2028-04-17",
  }
  for _, monday in ipairs(easter_mondays) do
    it("leave out Easter " .. string.sub(monday, 1, 4), function()
      expect(workdays.is(date(monday))).is_false()
      expect(workdays.is(date(monday) - days(3))).is_false()
      expect(workdays.is(date(monday) - days(4))).is_true()
      expect(workdays.is(date(monday) + days(1))).is_true()
    end)
  end

  local one_off = {
    ["2020-05-08"] = true, ["2020-05-04"] = false, ["2022-06-02"] = true, ["2022-06-03"] = true, ["2022-05-30"] = false,
    ["2022-09-19"] = true, ["2023-05-08"] = true, ["2023-05-01"] = true,
  }
  for day, free in pairs(one_off) do
    it("know that " .. day .. (free and " was" or " was not") .. " a bank holiday", function()
      expect(workdays.is_bank_holiday(date(day))).is(free)
      expect(workdays.is(date(day))).is(not free)
    end)
  end

  local usual = {
    "2019-01-01", "2019-05-06", "2019-05-27", "2019-08-26", "2019-12-25", "2019-12-26", "2020-01-01", "2020-05-25", "2020-08-31",
    "2020-12-25", "2020-12-28", "2021-01-01", "2021-05-03", "2021-05-31", "2021-08-30", "2021-12-27", "2021-12-28", "2022-01-03",
    "2022-05-02", "2022-08-29", "2022-12-26", "2022-12-27", "2023-01-02", "2023-05-29", "2023-08-28", "2023-12-25", "2023-12-26",
    "2024-01-01", "2024-05-06", "2024-05-27", "2024-08-26", "2024-12-25", "2024-12-26", "2025-01-01", "2025-05-05", "2025-05-26",
    "2025-08-25", "2025-12-25", "2025-12-26", "2026-01-01", "2026-05-04", "2026-05-25", "2026-08-31", "2026-12-25", "2026-12-28",
    "2027-01-01", "2027-05-03", "2027-05-31", "2027-08-30", "2027-12-27", "2027-12-28",
    "2028-01-03", "2028-05-01", "2028-05-29", "2028-08-28", "2028-12-25", "2028-12-26",
  }
  for _, day in ipairs(usual) do
    it("leave out " .. day, function() expect(workdays.is_bank_holiday(date(day))).is_true() end)
  end

  -- Worked out from the law, apart from the list: what is usual in every year, with the days that stand in for a weekend.
  local function weekday(day) return (day - date "2018-12-31") % 7 end

  local function on(year, month, number) return date(string.format("%04d-%02d-%02d", year, month, number)) end

  local function monday_from(day) return day + days((7 - weekday(day)) % 7) end

  -- Easter Sunday after the Gregorian reckoning (Meeus, Jones and Butcher).
  local function easter(year)
    local a, b, c = year % 19, year // 100, year % 100
    local h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    local l = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    local m = (a + 11 * h + 22 * l) // 451
    local n = h + l - 7 * m + 114
    return on(year, n // 31, n % 31 + 1)
  end

  local function usual_days(year)
    local christmas, list = weekday(on(year, 12, 25)), {}
    local function add(day) list[tostring(day)] = true end
    add(weekday(on(year, 1, 1)) >= 5 and monday_from(on(year, 1, 1)) or on(year, 1, 1))
    add(easter(year) - days(2))
    add(easter(year) + days(1))
    add(monday_from(on(year, 5, 1)))
    add(monday_from(on(year, 5, 25)))
    add(monday_from(on(year, 8, 25)))
    -- On a Friday, Saturday or Sunday, one or both of the two days move to the working days after.
    add(christmas >= 5 and on(year, 12, 27) or on(year, 12, 25))
    add((christmas == 4 or christmas == 5) and on(year, 12, 28) or on(year, 12, 26))
    return list
  end

  local unusual = {
    ["2020-05-04"] = true, ["2020-05-08"] = true, ["2022-05-30"] = true, ["2022-06-02"] = true, ["2022-06-03"] = true, ["2022-09-19"] = true,
    ["2023-05-08"] = true,
  }
  for year = 2019, 2028 do
    it("are in " .. year .. " what the law makes them, and the days of that year only", function()
      local law, day, differing = usual_days(year), on(year, 1, 1), {}
      while day < on(year, 12, 31) do
        local listed_one = workdays.is_bank_holiday(day)
        if listed_one ~= (law[tostring(day)] == true) and not unusual[tostring(day)] then table.insert(differing, tostring(day)) end
        day = day + days(1)
      end
      expect(table.concat(differing, " ")).is("")
    end)
  end

  it("leave out weekends, which are no bank holidays", function()
    expect(workdays.is(date "2026-10-30")).is_true()
    expect(workdays.is(date "2026-10-31")).is_false()
    expect(workdays.is(date "2026-11-01")).is_false()
    expect(workdays.is(date "2026-11-02")).is_true()
    expect(workdays.is_bank_holiday(date "2026-11-01")).is_false()
  end)

  local sums = {
    { "2026-10-30", 1, "2026-11-02" }, { "2026-10-31", 1, "2026-11-02" }, { "2026-11-02", 5, "2026-11-09" }, { "2026-12-23", 1, "2026-12-24" },
    { "2026-12-24", 1, "2026-12-29" }, { "2026-12-24", 4, "2027-01-04" }, { "2026-04-02", 1, "2026-04-07" },
    { "2026-11-02", 0, "2026-11-02" }, { "2026-11-01", 0, "2026-11-02" }, { "2026-12-25", 0, "2026-12-29" },
  }
  for _, sum in ipairs(sums) do
    it("are " .. sum[2] .. " from " .. sum[1] .. " to " .. sum[3], function()
      expect(workdays.add(date(sum[1]), sum[2])).is(sum[3])
    end)
  end

  local spans = {
    { "2026-11-02", "2026-11-02", 0 }, { "2026-11-02", "2026-11-03", 1 }, { "2026-10-30", "2026-11-02", 1 }, { "2026-10-30", "2026-11-01", 0 },
    { "2026-12-24", "2027-01-04", 4 }, { "2026-01-01", "2026-12-31", 253 },
  }
  for _, span in ipairs(spans) do
    it("are " .. span[3] .. " after " .. span[1] .. " up to " .. span[2], function()
      expect(workdays.between(date(span[1]), date(span[2]))).is(span[3])
    end)
  end

  it("are counted forwards only", function()
    local worked, message = pcall(workdays.between, date "2026-11-03", date "2026-11-02")
    expect(worked).is_false()
    expect(message).contains("2026-11-02 is earlier than 2026-11-03")
  end)

  for _, number in ipairs { -1, 1.5, "2" } do
    it("are whole: " .. number, function()
      local worked, message = pcall(workdays.add, date "2026-11-02", number)
      expect(worked).is_false()
      expect(message).contains("0 or a larger whole number")
    end)
  end
end)

describe("years without bank holidays on record", function()
  local early, late = date "2018-12-31", date "2029-01-01"
  local questions = {
    { "a day before", function() return workdays.is(early) end, 2018 },
    { "a day after", function() return workdays.is(late) end, 2029 },
    { "a bank holiday before", function() return workdays.is_bank_holiday(early) end, 2018 },
    { "a bank holiday after", function() return workdays.is_bank_holiday(late) end, 2029 },
    { "a sum that begins before", function() return workdays.add(early, 2) end, 2018 },
    { "a sum that ends after", function() return workdays.add(date "2028-12-28", 2) end, 2029 },
    { "a span that begins before", function() return workdays.between(early, date "2019-02-01") end, 2018 },
    { "a span that ends after", function() return workdays.between(date "2028-12-01", late) end, 2029 },
  }
  for _, question in ipairs(questions) do
    it("are an error for " .. question[1], function()
      local worked, message = pcall(question[2])
      expect(worked).is_false()
      expect(message).contains("the bank holidays of " .. question[3] .. " are not known here, only those of 2019 to 2028")
    end)
  end

  it("begin after the last day on record", function()
    expect(workdays.is(date "2019-01-01")).is_false()
    expect(workdays.is(date "2028-12-29")).is_true()
    expect(workdays.add(date "2028-12-28", 1)).is("2028-12-29")
    expect(workdays.add(date "2019-01-01", 0)).is("2019-01-02")
  end)
end)
