-- tries: join no number to text with `table.concat`
-- outcome: same
-- result: nan nan
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return 1, table.concat({ 0 / 0, -(0 / 0) }, " ") end } },
}
