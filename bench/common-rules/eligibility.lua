-- Who is considered at all.
local convicted_lately = filter {
  type = { "robbery", "burglary_dwelling", "burglary_other" }, outcome = "convicted", from = as_of - months(12) + days(1),
}

criteria "eligibility" {
  title = "Eligible for the scheme",
  all = {
    { "age", "Aged 18 or over", function(n) return n.age >= 18 end },
    { "no_conviction", "Convicted at least once", function(n) return n.convictions_total >= 1 end },
    { "borough", "Lives in a pilot borough", function(n) return param.pilot_boroughs[n.borough] end },
    { "ogrs2", "OGRS2 of 75 or more, or of 50 with a recent conviction for robbery or burglary", function(n)
        local ogrs2 = n:get("ogrs2", 0)
        return ogrs2 >= 75 or ogrs2 >= 50 and n.offences:any(convicted_lately)
      end },
  },
}
