local workdays = require "common.workdays"
local rag = require "common.rag"
local custody = require "common.custody"

local risk_scores = filter { matrix = "risk" }

matrix "risk" {
  title = "The latest risk score", source = "Keele 2014, chapter 3",
  range = { 0, 64 },
  rows = { { "score", "Latest risk score", max = 64, points = function(n)
      local latest = n.scores:latest(risk_scores)
      return latest and latest.score or 0
    end } },
  bands = rag.bands(param.red_from, param.amber_from),
}

deselection {
  { "settled", "Green " .. param.settled_scores .. " times in a row outside prison", note = "illustrative",
    when = function(n)
      return not custody.now(n) and rag.in_a_row(n.scores, "risk", "green") >= param.settled_scores
    end },
}

tasking {
  { "visit", "Visit", owner = "field_officer", due = workdays.due(param.visit_days), note = "illustrative",
    when = function(n, d) return rag.rank(d.band.risk) >= rag.rank "amber" end },
}
