-- tries: decide by the addresses of functions
-- outcome: bad_argument
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) for k in pairs({ [print] = 1, [pairs] = 2 }) do return 1 end end } },
}
