-- tries: remove from the front of a long table
-- outcome: instruction_limit
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local t = {}
        for i = 1, 20000 do t[i] = i end
        while #t > 0 do table.remove(t, 1) end
        return 1
    end },
  },
}
