-- tries: catch the error of a name that is not defined
-- outcome: undefined_name
-- says: `nosuch`
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) pcall(function() return nosuch end) return 1 end } },
}
