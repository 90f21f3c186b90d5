-- tries: load a library of machine code
-- outcome: undefined_name
-- says: `package`
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) package.loadlib("libc.so.6", "system") return 1 end } },
}
