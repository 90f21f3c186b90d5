-- tries: read the processor's clock
-- outcome: undefined_name
-- says: `os`
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return os.clock() end } },
}
