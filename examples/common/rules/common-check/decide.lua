local workdays = require "common.workdays"
local rag = require "common.rag"
local custody = require "common.custody"

selection {
  { "high", "High OGRS3: manage", category = "iom", when = function(n, d) return d.band.reconviction == "high" end },
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
