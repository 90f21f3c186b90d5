-- Which crimes the matrix and the schemes count: brought to court, and committed in the months that count.
local brought_to_court = { "convicted", "charged" }
local crime_months = months(param.crime_months)

crimes = {
  acquisitive = filter {
    type = { "burglary_dwelling", "burglary_other", "robbery", "theft_vehicle", "theft_from_vehicle" },
    outcome = brought_to_court, within = crime_months,
  },
  violent = filter { type = { "violence", "weapon", "drugs_supply", "arson" }, outcome = brought_to_court, within = crime_months },
  of_a_gang = filter { type = { "violence", "weapon", "drugs_supply", "arson", "robbery" }, outcome = brought_to_court, within = crime_months },
  other = filter {
    type = {
      "theft_person", "theft_shop", "theft_other", "drugs_possession", "criminal_damage", "fraud", "driving", "public_order", "other",
    },
    outcome = brought_to_court, within = crime_months,
  },
  any = filter { outcome = brought_to_court, within = crime_months },
  breach = filter { type = "breach", outcome = brought_to_court, within = months(param.breach_months) },
}
