-- tries: make a filter that contains itself
-- outcome: bad_argument
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local f = { type = "robbery" }
        f.where = f
        return n.offences:all(f) and 1 or 0
    end },
  },
}
