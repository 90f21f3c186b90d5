return {
  waymark = 1,
  id = "ecins",
  title = "Bands, trends and ways out in thirty cases",
  version = "1.0.0",
  owner = { borough = "North Staffordshire", contact = "iom.analysts@example.org" },
  purpose = "Show what thirty published risk histories say once time in prison is set aside.",
  lawful_basis = "Research on published figures without names.",
  valid = { from = "2014-02-10", review_by = "2014-08-18", until_ = "2014-12-31" },
  files = { "history.lua", "ways_out.lua" },
  reads = { "scores", "custody_status" },
  parameters = {
    red_from = { 39, min = 33, max = 48, unit = "points", title = "Red from", source = "Keele 2014, chapter 3" },
    amber_from = { 20, min = 12, max = 32, unit = "points", title = "Amber from", source = "Keele 2014, chapter 3" },
    green_dates = {
      2, min = 1, max = 5, unit = "dates", title = "Green at this many latest dates outside prison", note = "illustrative",
    },
  },
}
