-- tries: join from the right in one long chain
-- outcome: load:WM002
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return 1, "x" «.. "x" »*5000 end } },
}
