-- Working days in England and Wales: Monday to Friday, bank holidays left out.
--
-- Source: GOV.UK, UK bank holidays (www.gov.uk/bank-holidays), division England and Wales, 2019 to 2027. Substitute days and the
-- days of one year only are in it: 8 May 2020, 2 and 3 June and 19 September 2022, 8 May 2023. The days of 2028 follow from the law:
-- common law for Good Friday and Christmas Day; the Banking and Financial Dealings Act 1971, schedule 1, for Easter Monday, the last
-- Mondays of May and August, and 26 December; and the proclamations of every year for 1 January, the first Monday of May and the
-- days that stand in for a weekend. A proclamation may yet add a day to 2028 or move one: compare with GOV.UK before the year begins.
--
-- What it does not know: bank holidays of any other year, and those of Scotland and Northern Ireland. A day of another year is an
-- error that says so, and is never taken to be a working day. The next year's days are added here.
local workdays = {}

-- By year: month and day of each bank holiday.
local bank_holidays = {
  [2019] = { "01-01", "04-19", "04-22", "05-06", "05-27", "08-26", "12-25", "12-26" },
  [2020] = { "01-01", "04-10", "04-13", "05-08", "05-25", "08-31", "12-25", "12-28" },
  [2021] = { "01-01", "04-02", "04-05", "05-03", "05-31", "08-30", "12-27", "12-28" },
  [2022] = { "01-03", "04-15", "04-18", "05-02", "06-02", "06-03", "08-29", "09-19", "12-26", "12-27" },
  [2023] = { "01-02", "04-07", "04-10", "05-01", "05-08", "05-29", "08-28", "12-25", "12-26" },
  [2024] = { "01-01", "03-29", "04-01", "05-06", "05-27", "08-26", "12-25", "12-26" },
  [2025] = { "01-01", "04-18", "04-21", "05-05", "05-26", "08-25", "12-25", "12-26" },
  [2026] = { "01-01", "04-03", "04-06", "05-04", "05-25", "08-31", "12-25", "12-28" },
  [2027] = { "01-01", "03-26", "03-29", "05-03", "05-31", "08-30", "12-27", "12-28" },
  [2028] = { "01-03", "04-14", "04-17", "05-01", "05-29", "08-28", "12-25", "12-26" },
}
local first_year, last_year = 2019, 2028

local monday = date "2018-12-31"
local holidays = {}
for year, listed in pairs(bank_holidays) do
  for _, day in ipairs(listed) do holidays[year .. "-" .. day] = true end
end

local function check(day)
  if day.year < first_year or day.year > last_year then
    error("the bank holidays of " .. day.year .. " are not known here, only those of " .. first_year .. " to " .. last_year, 3)
  end
end

local function is_free(day)
  return (day - monday) % 7 >= 5 or holidays[tostring(day)] == true
end

-- Whether a day is a bank holiday, be it one that falls on no weekend or the substitute of one that does.
function workdays.is_bank_holiday(day)
  check(day)
  return holidays[tostring(day)] == true
end

-- Whether a day is a working day.
function workdays.is(day)
  check(day)
  return not is_free(day)
end

-- The working day so many after a date, which does not count itself. With 0, the date itself, or the next working day.
function workdays.add(day, number)
  if math.type(number) ~= "integer" or number < 0 then error("the number of working days must be 0 or a larger whole number", 2) end
  check(day)
  if number == 0 then day, number = day - days(1), 1 end
  while number > 0 do
    day = day + days(1)
    check(day)
    if not is_free(day) then number = number - 1 end
  end
  return day
end

-- How many working days lie after one date, up to and including a later one.
function workdays.between(from, to)
  check(from)
  check(to)
  if to < from then error(to .. " is earlier than " .. from, 2) end
  local count = 0
  while from < to do
    from = from + days(1)
    if not is_free(from) then count = count + 1 end
  end
  return count
end

-- For `due` of a tasking: so many working days after the date of the run.
function workdays.due(number)
  return function() return workdays.add(as_of, number) end
end

return workdays
