-- tries: compile a file from outside the pack
-- outcome: undefined_name
-- says: `loadfile`
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return loadfile("/etc/passwd") and 1 end } },
}
