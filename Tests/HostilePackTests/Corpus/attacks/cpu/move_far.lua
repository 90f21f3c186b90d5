-- tries: move elements that are not there
-- outcome: bad_argument
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) table.move({}, 1, 1 << 61, 2) return 1 end } },
}
