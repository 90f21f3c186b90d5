return {
  age_at_first_sanction = { "int", title = "Age at the first caution or conviction", unit = "years" },
  age_at_conviction = { "int", title = "Age at the current conviction", unit = "years" },
  age_at_start = { "int", title = "Age at the community sentence, or at release", unit = "years" },
  previous_sanctions = { "int", title = "Cautions and convictions before the current one" },
  group = {
    "enum", title = "Offence group of the current conviction",
    values = { "violence", "robbery", "burglary_domestic", "theft_non_motor", "criminal_damage", "sexual_not_child" },
  },
}
