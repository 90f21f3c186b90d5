-- tries: work for ever where memory is nearly used up
-- outcome: instruction_limit
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local t, k = {}, 0
        for i = 1, 22 do t[i] = ("x"):rep(60000) .. i end
        while true do local s = ("y"):rep(60000) k = k + #s end
    end },
  },
}
