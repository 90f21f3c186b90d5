-- tries: run a function when a block ends
-- outcome: load:WM003
-- says: `<close>`
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) local x <close> = nil return 1 end } },
}
