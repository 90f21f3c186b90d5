-- tries: load a module while a nominal is evaluated
-- outcome: module
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return require("common.other").x end } },
}
