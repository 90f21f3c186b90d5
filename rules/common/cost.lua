-- What crime and what is done about it cost, in pounds of the price year that is named beside each figure.
--
-- Source of the costs of crime: R. Dubourg, J. Hamed and J. Thorns, The economic and social costs of crime against individuals and
-- households 2003/04, Home Office Online Report 30/05, 2005, as printed by S. Feasey and others, The Wakefield District Prolific and
-- Priority Offender Needs Analysis and Business Case, 2007, chapter 12. Source of the costs of measures: A. Worrall and M. Corcoran,
-- Integrated Offender Management Research Project: Final Report, Keele University, 2014, chapter 7.
--
-- What it does not know: prices of any other year, for nothing here is uprated; crime against businesses, such as theft from shops;
-- drugs, fraud, weapons, driving and public order. An offence without a published cost is left out of a sum, and the sum says so.
local cost = {}

-- By price year and offence: the average cost to society, and the criminal justice system's part of it.
local crimes = {
  ["2003/04"] = {
    violence_against_the_person = { 10407, 1928 },
    homicide = { 1458975, 144239 },
    wounding = { 8852, 1775 },
    serious_wounding = { 21422, 14345 },
    other_wounding = { 8056, 978 },
    sexual_offences = { 31438, 3298 },
    common_assault = { 1440, 255 },
    robbery = { 7282, 2601 },
    burglary_in_a_dwelling = { 3268, 1137 },
    theft = { 844, 217 },
    theft_not_vehicle = { 634, 301 },
    theft_of_vehicle = { 4138, 199 },
    theft_from_vehicle = { 858, 50 },
    attempted_vehicle_theft = { 510, 65 },
    criminal_damage = { 866, 126 },
  },
}

-- The heading under which a type of offence in a record is costed. The pairing is ours, by the names.
local headings = {
  violence = "violence_against_the_person", sexual = "sexual_offences", robbery = "robbery", burglary_dwelling = "burglary_in_a_dwelling",
  theft_person = "theft_not_vehicle", theft_other = "theft_not_vehicle", theft_vehicle = "theft_of_vehicle",
  theft_from_vehicle = "theft_from_vehicle", criminal_damage = "criminal_damage",
}

local no_year = "the source does not say of which year the price is"
local measures = {
  prison_year = { 37648, "2011-12" },
  arrest = { 1668, nil, no_year .. ", and once multiplies by 1,688 instead" },
  supervision_year = { 5947, nil, no_year .. "; it cites a study of 2007" },
  residential_treatment_year = { 5299, nil, no_year .. "; it cites a study of 2007" },
}

local function table_of(price_year)
  if crimes[price_year] then return crimes[price_year] end
  local years = {}
  for year in pairs(crimes) do table.insert(years, year) end
  error("there are no costs of crime in prices of `" .. tostring(price_year) .. "`, only of " .. table.concat(years, ", "), 3)
end

local function row_of(offence, price_year)
  local row = table_of(price_year)[offence]
  if not row then
    error("there is no cost of `" .. tostring(offence) .. "` in prices of " .. price_year .. ": what nobody has published is not 0", 3)
  end
  return row
end

-- The average cost of one such crime to society, in pounds of that year.
function cost.of(offence, price_year) return row_of(offence, price_year)[1] end

-- The part of it that falls on the criminal justice system.
function cost.to_justice(offence, price_year) return row_of(offence, price_year)[2] end

-- The heading in the tables for a type of offence in a record, or nil where none is published.
function cost.heading(type) return headings[type] end

-- What the offences of a record cost society together, in pounds of that year, and a warning where there is a doubt.
-- `counts`, if given, says of an offence whether it counts; suspicion and conviction are not told apart without it.
function cost.of_offences(offences, price_year, counts)
  local prices, sum, left_out = table_of(price_year), 0, 0
  for _, offence in ipairs(offences) do
    if not counts or counts(offence) then
      local heading = headings[offence.type]
      if heading then sum = sum + prices[heading][1] else left_out = left_out + 1 end
    end
  end
  if left_out == 0 then return sum end
  return sum, left_out .. (left_out == 1 and " offence" or " offences") .. " left out for want of a published cost"
end

local function measure(name)
  return measures[name] or error("there is no cost of `" .. tostring(name) .. "`: there is " ..
    "prison_year, arrest, supervision_year and residential_treatment_year", 3)
end

-- What a measure costs in pounds, and a warning where there is a doubt. The measures are `prison_year`, `arrest`, `supervision_year` and
-- `residential_treatment_year`.
function cost.of_measure(name)
  local row = measure(name)
  if row[3] then return row[1], row[3] end
  return row[1]
end

-- The price year of a measure's cost, or nil where the source does not give it.
function cost.price_year(name) return measure(name)[2] end

-- What so many days in prison cost, in whole pounds of 2011-12: the year's cost, a 365th for each day, half a pound rounded up.
function cost.of_prison_days(number) return math.floor(measures.prison_year[1] * number / 365 + 0.5) end

return cost
