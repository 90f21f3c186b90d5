-- tries: give sixty thousand letters for a group's key
-- outcome: same
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return 1 end } },
}
group "g" { title = "G", key = function(n) return n.borough:rep(5000) end }
