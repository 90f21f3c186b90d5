-- tries: sort with a comparison that contradicts itself
-- outcome: same
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local t = { 3, 1, 2, 5, 4 }
        table.sort(t, function() return true end)
        return #t
    end },
  },
}
