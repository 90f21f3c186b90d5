-- How many places of a service are taken, counted over everybody in the cohort file.
--
-- A group puts those who hold a place together, and those who do not. Who holds none sees how many there are besides: these hold one.
local document = "Gripping the Offender interim evaluation 2017, section 1"

local placed = { "accepted", "started" }
local budget = filter { service = "personalised_budget", outcome = placed }
local work = filter { service = "employment", outcome = placed, within = months(param.contract_months) }
local tag = filter { kind = "gps_tag", within = months(param.tag_months) }

-- Somebody without a list of referrals or orders holds no place that anybody knows of.
local holders = {
  personalised_budget = function(n) return n:has "referrals" and n.referrals:any(budget) end,
  employment = function(n) return n:has "referrals" and n.referrals:any(work) end,
}

function holds_place(n, service)
  return holders[service](n)
end

function has_tag(n)
  return n:has "orders" and n.orders:any(tag)
end

local function held(does)
  return does and "held" or "not held"
end

group "everybody" { title = "Everybody in the cohort file", key = function() return "everybody" end }

group "budget_place" {
  title = "Personalised budgets", source = document .. ", Offender Management",
  key = function(n) return held(holds_place(n, "personalised_budget")) end,
}

group "employment_place" {
  title = "Places on the employment pathway", source = document .. ", Pathways",
  key = function(n) return held(holds_place(n, "employment")) end,
}

group "tag_place" {
  title = "GPS tags", source = document .. ", GPS tagging",
  key = function(n) return held(has_tag(n)) end,
}

-- For somebody who holds none: how many others do.
function places_taken(d, place)
  return d.group.everybody.size - d.group[place].size
end
