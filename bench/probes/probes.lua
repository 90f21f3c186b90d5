local lately = filter { type = { "robbery", "burglary_dwelling", "burglary_other" }, outcome = "convicted", within = months(12) }
local ever = filter { outcome = "convicted" }

criteria "probes" {
  title = "One thing a thousand times",
  all = {
    { "nothing", "A loop that does nothing", function(n)
        local x = 0
        for _ = 1, 1000 do x = 1 end
        return x == 1
      end },
    { "scalar", "A whole number", function(n)
        local x = 0
        for _ = 1, 1000 do x = n.convictions_total end
        return x ~= nil
      end },
    { "enumeration", "One of several words", function(n)
        local x = 0
        for _ = 1, 1000 do x = n.custody_status end
        return x ~= nil
      end },
    { "text", "Text", function(n)
        local x = 0
        for _ = 1, 1000 do x = n.borough end
        return x ~= nil
      end },
    { "part", "A part of a record", function(n)
        local x = 0
        for _ = 1, 1000 do x = n.needs.drugs end
        return x ~= nil
      end },
    { "count_lately", "A count by type, outcome and date", function(n)
        local x = 0
        for _ = 1, 1000 do x = n.offences:count(lately) end
        return x ~= nil
      end },
    { "count_ever", "A count by outcome", function(n)
        local x = 0
        for _ = 1, 1000 do x = n.offences:count(ever) end
        return x ~= nil
      end },
    { "items", "A loop over the offences, two fields of each, thirty times", function(n)
        local x = 0
        for _ = 1, 30 do
          for _, o in ipairs(n.offences) do
            if o.outcome == "convicted" and o.type == "robbery" then x = x + 1 end
          end
        end
        return x >= 0
      end },
  },
}
