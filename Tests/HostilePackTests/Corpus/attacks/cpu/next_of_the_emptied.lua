-- tries: ask for the first of a table that was large and is empty
-- outcome: instruction_limit
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local t = {}
        for i = 1, 20000 do t[i * 3] = true end
        for i = 1, 20000 do t[i * 3] = nil end
        while true do next(t) end
    end },
  },
}
