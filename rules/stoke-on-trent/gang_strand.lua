-- The influx of people recorded with a gang: who of them is offered a place.
local function takes_part(n)
  return n.gang.role ~= "exploited" and n.gang.role ~= "victim"
end

selection {
  { "gang", "Gang strand: a link confirmed lately, and rated red or amber", before = "monitor",
    source = "Keele 2014, chapter 4, section 6", category = "gang_strand",
    note = "The document tells of the influx and gives no rule for it: this one is ours.",
    when = function(n, d)
      return param.area[n.borough] and n:has "gang" and takes_part(n) and d.band.risk ~= "green"
        and n.gang.last_confirmed >= as_of - months(param.gang_months)
    end },
}
