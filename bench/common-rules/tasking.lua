local function since(count)
  return as_of - months(count) + days(1)
end

local acquisitive_6m = filter {
  type = { "burglary_dwelling", "burglary_other", "robbery", "theft_person", "theft_vehicle", "theft_from_vehicle" },
  outcome = { "convicted", "charged" }, from = since(6),
}
local breach_3m = filter { type = "breach", from = since(3) }
local ends_soon = filter { kind = "custody", min_ends = as_of, max_ends = as_of + months(3) }

-- An order without an end runs on.
local function has_order(n)
  for _, order in ipairs(n.orders) do
    if not order:has "ends" or order.ends >= as_of then return true end
  end
  return false
end

tasking {
  { "home_visit", "Visit at home", owner = "field_officer", due = days(2), priority = "high",
    when = function(n, d)
      return d.band.risk == "red" and (n.custody_status == "community" or n.custody_status == "licence")
    end },
  { "drug_test", "Drug test", owner = "field_officer", due = days(7),
    when = function(n)
      return n.needs.drugs == 2 and n.custody_status ~= "custody" and n.offences:any(acquisitive_6m)
    end },
  { "prison_visit", "Visit in prison before release", owner = "field_officer", due = days(14),
    when = function(n) return n.custody_status == "custody" and n.orders:any(ends_soon) end },
  { "breach_action", "Action on a breach", owner = "offender_manager", due = days(1), priority = "high",
    when = function(n) return n.offences:any(breach_3m) and has_order(n) end },
  { "gang_referral", "Referral to the gangs unit", owner = "gangs_unit", due = days(5),
    when = function(n, d) return n:has "gang" and (d.band.score == "ppo" or d.band.risk ~= "green") end },
}
