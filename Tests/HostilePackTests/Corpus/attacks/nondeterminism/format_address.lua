-- tries: read an address through `%s`
-- outcome: same
-- result: table function             function
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return 1, ("%s %s %20s"):format({}, print, function() end) end } },
}
