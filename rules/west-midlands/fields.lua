return {
  gambling = { "bool", title = "Gambling", sensitive = true, summary = "Whether gambling is among the causes of the offending." },
  joint_management = {
    "bool", title = "Joint management agreed",
    summary = "Whether the Youth Offending Team and the police have agreed to manage this child together.",
  },
}
