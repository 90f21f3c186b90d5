-- tries: ask a list for ever
-- outcome: instruction_limit
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        while true do n.offences:count { type = "robbery", within = months(12) } end
    end },
  },
}
