return {
  partner_reports = {
    "list", title = "Partner reports", sensitive = true,
    summary = "What agencies other than the police report: one item for each time an agency tells the practitioners' group how somebody is doing.",
    of = {
      date = "date",
      agency = {
        "enum",
        values = {
          "probation", "youth_offending", "prison", "drug_intervention", "housing", "health", "education", "employment",
          "benefits", "community_safety", "voluntary",
        },
      },
      view = { "enum", values = { "concern", "steady", "progress" } },
    },
  },
  case_document = { "date", title = "Day on which the shared case document was last brought up to date" },
  exit_plan = { "date", title = "Day on which the exit plan was agreed" },
}
