-- The influx of people recorded with a gang: who of them is offered a place.
selection {
  { "gang", "Gang strand: takes part by crimes of one's own, and rated red or amber", before = "monitor",
    source = "Keele 2014, chapter 4, section 6", category = "gang_strand",
    note = "The document tells of the influx, and gives no rule for it: this one is ours.",
    when = function(n, d) return param.area[n.borough] and d.met.takes_part and d.band.risk ~= "green" end },
}
