local custody = require "common.custody"

tasking {
  { "gang_visit", "Visit with the gang team, and an offer to leave the gang", before = "review",
    source = "Keele 2014, chapter 4, section 6",
    when = function(n, d) return n:has "gang" and not custody.now(n) and d.band.risk ~= "green" end,
    because = function() return "recorded with a gang, and not green" end,
    enforcement = true, owner = "gang_team", due = days(7), every = months(2) },
}
