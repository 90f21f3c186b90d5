-- As many groups by key as there are people, nearly; groups by links; a mean over groups; and a place asked for by everybody.
group "alike" {
  title = "Alike in everything",
  key = function(n) return n.borough .. " " .. n.age .. " " .. n.convictions_total .. " " .. n.arrests_total .. " " .. n:get("ogrs2", 0) end,
}
group "network" { title = "Linked with one another", link = { "co_offender", "gang" } }

matrix "risk" {
  title = "Risk",
  range = { 0, 200 },
  rows = {
    { "convictions", "Convictions", max = 100, points = function(n) return n.convictions_total end },
    { "ogrs2", "OGRS2", max = 100, points = function(n) return n:get("ogrs2", 0) end },
  },
}

selection {
  { "all", "Everybody", category = "all", when = function(n, d) return d.group.alike:mean_score "risk" >= 0 end },
}
deselection { { "none", "Nobody", when = function() return false end } }

allocation {
  title = "Places",
  capacity = 500,
  keep = function(n) return n.custody_status == "licence" end,
  rank = { function(n, d) return d.score.risk end, function(n) return n.convictions_total end, function(n) return n.age end },
}
