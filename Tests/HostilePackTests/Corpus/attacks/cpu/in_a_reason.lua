-- tries: never end in a tasking's reason
-- outcome: instruction_limit
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return 1 end } },
}
selection { { "s", "S", because = function() while true do end end } }
deselection { { "s", "S", because = function() while true do end end } }
