-- tries: read one's own answer, and catch the error
-- outcome: loop
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n, d) pcall(function() return d.met.c end) return 1 end } },
}
criteria "c" { title = "C", all = { { "c", "C", function(n, d) pcall(function() return d.score.probe end) return true end } } }
