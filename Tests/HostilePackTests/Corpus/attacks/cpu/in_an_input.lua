-- tries: never end in a decision table's input
-- outcome: instruction_limit
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return 1 end } },
}
decision_table "t" { title = "T", hit = "first", inputs = { { "x", of = function() while true do end end } }, outputs = { { "y" } }, rows = { { "-", "->", "1" } } }
