-- tries: sort a long table again and again
-- outcome: instruction_limit
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local t = {}
        for i = 1, 2000 do t[i] = (i * 7919) % 2003 end
        while true do table.sort(t) end
    end },
  },
}
