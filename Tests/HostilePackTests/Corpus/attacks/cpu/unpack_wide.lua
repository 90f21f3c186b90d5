-- tries: unpack a thousand values, again and again
-- outcome: instruction_limit
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local t = {}
        for i = 1, 1000 do t[i] = i end
        while true do select("#", table.unpack(t)) end
    end },
  },
}
