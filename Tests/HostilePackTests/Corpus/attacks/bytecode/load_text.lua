-- tries: compile text
-- outcome: undefined_name
-- says: `load`
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return load("return 1")() end } },
}
