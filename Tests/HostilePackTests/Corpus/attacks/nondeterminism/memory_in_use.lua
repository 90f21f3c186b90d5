-- tries: decide by how much memory is left, found by trying
-- outcome: memory_limit
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local t = {}
        local ok = pcall(function() for i = 1, 1e9 do t[i] = i end end)
        return #t % 100
    end },
  },
}
