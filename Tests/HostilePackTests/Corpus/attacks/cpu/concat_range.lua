-- tries: join a range that never ends
-- outcome: bad_argument
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return #table.concat({}, "", 1, math.maxinteger) end } },
}
