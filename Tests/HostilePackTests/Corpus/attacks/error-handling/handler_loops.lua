-- tries: never end in a handler of errors
-- outcome: undefined_name
-- says: `xpcall`
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) xpcall(error, function() while true do end end) return 1 end } },
}
