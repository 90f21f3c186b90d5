-- tries: answer a condition with a number
-- outcome: not_a_condition
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return 1 end } },
}
criteria "c" { title = "C", all = { { "c", "C", function() return 0 end } } }
