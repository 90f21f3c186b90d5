-- tries: ask for the name of a temporary file
-- outcome: undefined_name
-- says: `os`
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return 1, os.tmpname() end } },
}
