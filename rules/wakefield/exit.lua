-- The way off the list: first to the exit stage, then off it. Both are for the steering group to confirm.
local custody = require "common.custody"

local path = "Hallam 2007, section 8.6, action point five"

local prison_orders = { custody = true, remand = true }
local settled = months(param.settled_months)
local longer = months(param.leave_months)
local any_matter = { "convicted", "charged", "cautioned", "tic", "arrested" }

-- Time in prison is no time without crime: the person had no chance to commit any.
local function in_prison_after(n, first)
  if custody.now(n) then return true end
  for _, order in ipairs(n.orders) do
    if prison_orders[order.kind] and (order.start >= first or order.ends >= first) then return true end
  end
  return false
end

local function crimes(n, span)
  local all = n.offences:count { outcome = any_matter, within = span }
  return all - n.offences:count { type = "breach", outcome = any_matter, within = span }
end

-- Goes through the reports one by one: one without a date or a view leaves the answer open, where a filter would pass over it.
local function no_concern(n)
  for _, told in ipairs(n.here.partner_reports) do
    if told.view == "concern" and told.date >= as_of - months(param.partner_months) then return false end
  end
  return true
end

local at_liberty_source = "Hallam 2007, section 12: months at liberty"
local no_crime_source = "Hallam 2007, section 12: offences by their own day, and without breaches"

criteria "settled" {
  title = "Settled for " .. param.settled_months .. " months", source = path,
  all = {
    { "at_liberty", "Out of prison for all of the last " .. param.settled_months .. " months", source = at_liberty_source,
      function(n) return not in_prison_after(n, as_of - settled) end },
    { "no_crime", "No crime in the last " .. param.settled_months .. " months, breaches apart", source = no_crime_source,
      function(n) return crimes(n, settled) == 0 end },
    { "no_concern", "No agency concerned in the last " .. param.partner_months .. " months", no_concern },
    { "score", "Scores below the list today", function(n, d) return d.band.targeting ~= "ppo" end },
  },
}

criteria "settled_longer" {
  title = "Out of prison and without crime for " .. param.leave_months .. " months", source = path,
  all = {
    { "at_liberty", "Out of prison for all of the last " .. param.leave_months .. " months", source = at_liberty_source,
      function(n) return not in_prison_after(n, as_of - longer) end },
    { "no_crime", "No crime in the last " .. param.leave_months .. " months, breaches apart", source = no_crime_source,
      function(n) return crimes(n, longer) == 0 end },
  },
}

deselection {
  { "moved", "No longer lives in the district", source = "Hallam 2007, section 3.1", note = "illustrative",
    when = function(n) return not param.district[n.borough] end },
  { "leave", "In the exit stage, and settled for " .. param.leave_months .. " months: leaves the list", source = path,
    when = function(n, d) return n.cohort.category == "exit" and d.met.settled and d.met.settled_longer end },
  { "to_exit", "Settled for " .. param.settled_months .. " months: moves to the exit stage", source = path, to = "exit",
    when = function(n, d) return n.cohort.category ~= "exit" and n.cohort.category ~= "monitor" and d.met.settled end },
  { "no_longer_near", "Looked at again, and below the list", source = "Hallam 2007, section 3.2.4",
    when = function(n, d) return n.cohort.category == "monitor" and d.band.targeting == "below" end },
}
