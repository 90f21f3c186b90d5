-- tries: declare a rule while a nominal is evaluated
-- outcome: bad_argument
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        matrix "late" { title = "Late", range = { 0, 1 }, rows = { { "r", "R", points = 1 } } } return 1
    end },
  },
}
