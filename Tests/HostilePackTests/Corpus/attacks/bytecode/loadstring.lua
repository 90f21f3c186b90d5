-- tries: compile text by the old name
-- outcome: undefined_name
-- says: `loadstring`
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return loadstring("return 1")() end } },
}
