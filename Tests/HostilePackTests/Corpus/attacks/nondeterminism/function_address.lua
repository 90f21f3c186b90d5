-- tries: read a function's address
-- outcome: same
-- result: function function
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return 1, tostring(print) .. " " .. tostring(function() end) end } },
}
