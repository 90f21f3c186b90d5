-- tries: never end in the key of a group
-- outcome: instruction_limit
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return 1 end } },
}
group "g" { title = "G", key = function() while true do end end }
