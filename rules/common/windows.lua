-- How long ago something was, counted back from the date of the run, as filters count it: both ends of a window belong to it.
--
-- No source but the calendar: how far back a rule looks, and what that is worth, is for each pack to say, with its source.
--
-- What it does not know: what happened after the date of the run, which is in no window; and the date of something undated, for
-- reading that is unknown. Nothing found at all (nil) is known, and is worth nothing.
local windows = {}

-- Lengths of time are compared by where they end when they begin here.
local origin = date "2000-01-01"

-- Whether a date lies in the window of that length that ends on the date of the run.
function windows.holds(day, span) return as_of - span <= day and day <= as_of end

-- Days from a date to the date of the run; below 0 for a date yet to come.
function windows.days_since(day) return as_of - day end

-- Whole months from a date to the date of the run. A month ends on the same day of the next, or on the last if there is no such day.
function windows.months_since(day)
  if day > as_of then error("there are no months since " .. day .. ", which is yet to come", 2) end
  local count = (as_of.year - day.year) * 12 + as_of.month - day.month
  return day + months(count) <= as_of and count or count - 1
end

-- What a date is worth by how recent it is: `windows.steps { { months(3), 4 }, { months(12), 1 } }` gives a function of a date, or nil,
-- for `points`. It answers with the worth of the first window that the date lies in, else 0, and with the reason in words.
function windows.steps(steps)
  for i = 2, #steps do
    if origin + steps[i][1] <= origin + steps[i - 1][1] then error("the windows must grow from one to the next", 2) end
  end
  return function(day)
    if day == nil then return 0, "none" end
    for _, step in ipairs(steps) do
      if windows.holds(day, step[1]) then return step[2], "last on " .. day .. ", within " .. tostring(step[1]) end
    end
    return 0, "last on " .. day
  end
end

return windows
