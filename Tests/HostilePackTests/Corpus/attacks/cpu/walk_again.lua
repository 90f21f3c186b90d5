-- tries: walk over a long table again and again
-- outcome: instruction_limit
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local t = {}
        for i = 1, 2000 do t["k" .. i] = i end
        while true do for k in pairs(t) do break end end
    end },
  },
}
