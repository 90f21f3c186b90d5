-- tries: nest `#` and brackets in the source
-- outcome: load:WM002
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return «#(»*12000 {} «)»*12000 end } },
}
