-- OGRS 3, the Offender Group Reconviction Scale, version 3: the chance, in percent, that a person is proven to offend again within
-- one year, or within two, of the start: the sentence if served in the community, else the release.
--
-- Source: P. Howard, B. Francis, K. Soothill and L. Humphreys, OGRS 3: the revised Offender Group Reconviction Scale, Ministry of
-- Justice, Research Summary 7/09, 2009. The coefficients are those in full, to nine places, and have been compared with those that
-- HMPPS gave in 2025, rounded. Where the two differ, or only a third party's program gives a figure, there is a warning beside the score.
--
-- What it does not know: anything that changes in a person's life; sexes other than male and female; children under 10. A record
-- has neither the number of sanctions nor the ages at them, so a pack has to ask for these in fields of its own. The official
-- score is the one that the probation service records; this one is for checking it, and for want of it.
local ogrs3 = {}

-- Added for the horizon.
local intercept = { one_year = 1.402562384, two_year = 2.121705678 }
-- Times log((1 + previous sanctions) / (10 + years from the first sanction to this conviction)).
local copas = 1.251124464

-- From this age at the start: the coefficient, and the other source's where the two differ.
local by_age = {
  male = {
    { 50, -2.025261458 }, { 40, -1.499690953 }, { 35, -1.368045933 }, { 30, -1.325976554 }, { 25, -1.166679288 },
    { 21, -1.051515067 }, { 18, -0.625103618 }, { 16, -0.061594199 }, { 14, 0.075775765 }, { 12, 0.083922902 }, { 10, 0.0 },
  },
  female = {
    { 50, -2.44983716 }, { 40, -1.524652221 }, { 35, -1.42187494 }, { 30, -1.129127959 }, { 25, -1.052777806 },
    { 21, -1.028488454 }, { 18, -0.897480934 }, { 16, -0.959179629 },
    { 14, -0.669521331, 0.66952 }, { 12, -0.613852078, 0.61385 }, { 10, -0.785038489, 0.785 },
  },
}

local by_offence = {
  violence = { 0.0 },
  robbery = { -0.634795912 },
  public_order = { 0.181917975 },
  sexual_not_child = { 0.003276327, 0.0328 },
  sexual_child = { -0.653434071 },
  soliciting = { 0.760608858 },
  burglary_domestic = { -0.12394352 },
  burglary_other = { 0.240604429 },
  theft_non_motor = { 0.661244321 },
  handling = { 0.351866973 },
  fraud_and_forgery = { 0.159910192 },
  absconding_or_bail = { 0.733378677 },
  taking_and_driving_away = { 0.380059431 },
  theft_from_vehicles = { 0.427225615 },
  other_motoring = { 0.262228428 },
  drink_driving = { -0.121439408 },
  criminal_damage = { 0.204960477 },
  drug_import_export_production = { -0.795556373 },
  drug_possession_supply = { 0.077165871 },
  other = { -0.060667525 },
}

-- Only those types of a record's offences that can mean no more than one of the scale's groups.
local groups = {
  violence = "violence", robbery = "robbery", public_order = "public_order", burglary_dwelling = "burglary_domestic",
  burglary_other = "burglary_other", theft_person = "theft_non_motor", theft_shop = "theft_non_motor", theft_other = "theft_non_motor",
  theft_from_vehicle = "theft_from_vehicles", fraud = "fraud_and_forgery", criminal_damage = "criminal_damage",
  drugs_possession = "drug_possession_supply",
}

local wanted = { "sex", "age_at_first_sanction", "age_at_conviction", "age_at_start", "previous_sanctions", "offence" }
local whole = { "age_at_first_sanction", "age_at_conviction", "age_at_start", "previous_sanctions" }
local known = { sanction = true }
for _, name in ipairs(wanted) do known[name] = true end

-- What keeps the scale from being worked out on these facts, or nil.
local function problem(facts)
  for name in pairs(facts) do
    if not known[name] then return "OGRS3 has no use for `" .. tostring(name) .. "`: it wants " .. table.concat(wanted, ", ") end
  end
  for _, name in ipairs(wanted) do
    if facts[name] == nil then return "OGRS3 cannot be worked out without `" .. name .. "`" end
  end
  for _, name in ipairs(whole) do
    if math.type(facts[name]) ~= "integer" or facts[name] < 0 then return "OGRS3 wants a whole number as `" .. name .. "`" end
  end
  if not by_age[facts.sex] then return "OGRS3 is published for male and female only, not for `" .. tostring(facts.sex) .. "`" end
  if not by_offence[facts.offence] then return "OGRS3 has no offence group `" .. tostring(facts.offence) .. "`" end
  if facts.sanction ~= nil and facts.sanction ~= "conviction" and facts.sanction ~= "caution" then
    return "OGRS3 knows `conviction` and `caution`, but not `" .. tostring(facts.sanction) .. "`"
  end
  if facts.age_at_first_sanction < 10 then return "OGRS3 begins at 10 years of age" end
  if facts.age_at_conviction < facts.age_at_first_sanction then return "the first sanction cannot be later than this one" end
  if facts.age_at_start < facts.age_at_conviction then return "the start cannot be earlier than the conviction" end
  if facts.previous_sanctions == 0 and facts.age_at_conviction > facts.age_at_first_sanction then
    return "with no previous sanctions this one is the first: its age is the age at the first sanction"
  end
end

-- These three give a coefficient and, where it is not certain, what else it may be and why.
local function history(facts)
  if facts.sanction ~= "caution" then
    return facts.previous_sanctions == 0 and 0.126142106 or 0.463062792
  end
  local why = "the figures for a caution come from a third party's program alone"
  if facts.previous_sanctions == 0 then return 0.0, 0.0, why end
  why = why .. ", and it is not certain when each of them applies"
  if facts.previous_sanctions == 1 then return 0.083100501, 0.34859587, why end
  return 0.34859587, 0.083100501, why
end

local function age(facts)
  for _, step in ipairs(by_age[facts.sex]) do
    if facts.age_at_start >= step[1] then return step[2], step[3], "the sources differ on girls under 16" end
  end
end

local function offence(facts)
  local group = by_offence[facts.offence]
  return group[1], group[2], "the sources differ on sexual offences not against a child"
end

local function logistic(z) return 1 / (1 + math.exp(-z)) end

-- Half a percent rounds up.
local function percent(probability) return math.floor(100 * probability + 0.5) end

local function in_percent(chance, ...) return percent(chance), ... end

local function probability(horizon, facts)
  local fault = problem(facts)
  if fault then error(fault, 3) end
  local years = facts.age_at_conviction - facts.age_at_first_sanction
  local z = intercept[horizon] + copas * math.log((1 + facts.previous_sanctions) / (10 + years))
  local other, doubts = z, {}
  for _, part in ipairs { history, age, offence } do
    local value, instead, why = part(facts)
    z = z + value
    other = other + (instead or value)
    if instead then table.insert(doubts, why) end
  end
  if not doubts[1] then return logistic(z) end
  local doubt = table.concat(doubts, "; ")
  if other ~= z then doubt = doubt .. ": with the other figures it is " .. percent(logistic(other)) .. " percent" end
  return logistic(z), doubt
end

-- The chance from 0 to 1, and a warning where there is a doubt.
--
-- `facts` holds `sex`; the whole years of `age_at_first_sanction`, `age_at_conviction` (the current one) and `age_at_start`;
-- `previous_sanctions`, convictions and cautions before the current one; `offence`, the current one's group; and, where the current
-- sanction is no conviction, `sanction = "caution"`. Facts that do not fit are an error that says which.
function ogrs3.one_year_probability(facts) return probability("one_year", facts) end
function ogrs3.two_year_probability(facts) return probability("two_year", facts) end

-- The chance in whole percent, and a warning where there is a doubt.
function ogrs3.one_year(facts) return in_percent(probability("one_year", facts)) end
function ogrs3.two_year(facts) return in_percent(probability("two_year", facts)) end

-- Whether the scale can be worked out on these facts; if not, why.
function ogrs3.applies(facts)
  local fault = problem(facts)
  if fault then return false, fault end
  return true
end

-- The scale's group for a type of offence in a record. The pairing is ours, by the names; a type that may mean several is an error.
function ogrs3.group(type)
  return groups[type] or error("`" .. tostring(type) .. "` is not one group of OGRS3's: name the group itself", 2)
end

return ogrs3
