-- tries: hand a value from one rule to another
-- outcome: changed_local
-- says: `handed`
local handed
matrix "probe" { title = "Probe", range = { 0, 100 }, rows = { { "probe", "Probe", max = 100, points = function(n) handed = n.borough return 1 end } } }
selection { { "s", "S", when = function() return handed == "Camford" end } }
deselection { { "s", "S", when = function() return handed == "Camford" end } }
