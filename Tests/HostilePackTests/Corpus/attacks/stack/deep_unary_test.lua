-- tries: nest brackets in a cell of a decision table
-- outcome: load:WM016
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return 1 end } },
}
decision_table "t" { title = "T", hit = "first", inputs = { { "x", of = function() return 1 end } }, outputs = { { "y" } }, rows = { { ("not("):rep(10000) .. "1" .. (")"):rep(10000), "->", "1" } } }
