-- tries: make a filter of ten thousand values
-- outcome: bad_argument
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local t = {}
        for i = 1, 10000 do t[i] = "robbery" end
        return n.offences:count { type = t }
    end },
  },
}
