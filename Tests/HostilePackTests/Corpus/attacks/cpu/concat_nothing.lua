-- tries: join empty texts for ever
-- outcome: instruction_limit
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local t = {}
        for i = 1, 5000 do t[i] = "" end
        while true do table.concat(t) end
    end },
  },
}
