-- tries: never end in a condition
-- outcome: instruction_limit
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return 1 end } },
}
criteria "c" { title = "C", all = { { "c", "C", function() while true do end end } } }
