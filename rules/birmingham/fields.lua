return {
  rough_sleeping = { "bool", title = "Sleeping rough", sensitive = true },
  housing = { "enum", values = { "settled", "temporary", "none" }, title = "Housing" },
  housed_since = { "date", title = "Start of this housing" },
  centre_crimes = {
    "list", title = "Crimes in the city centre", summary = "Crimes brought to court that were committed in the city centre.",
    of = { date = "date", kind = { "enum", values = { "theft", "damage", "disorder", "violence" } } },
  },
  known_to_outreach = {
    "bool", title = "Known to outreach", sensitive = true,
    summary = "Given by the outreach team so that it can be asked to help. It never counts for being selected.",
  },
}
