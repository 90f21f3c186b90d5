-- tries: give a function an environment of its own
-- outcome: load:WM003
-- says: `_ENV`
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) local _ENV = {} return 1 end } },
}
