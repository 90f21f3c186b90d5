-- tries: make filters for ever
-- outcome: bad_argument
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) while true do filter { type = "robbery" } end end } },
}
