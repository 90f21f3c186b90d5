-- shows: sort by one thing and then another
-- result: x1 y1 z1 w2 v3
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local t = { { "v", 3 }, { "y", 1 }, { "w", 2 }, { "x", 1 }, { "z", 1 } }
        table.sort(t, function(a, b)
          if a[2] ~= b[2] then return a[2] < b[2] end
          return a[1] < b[1]
        end)
        local parts = {}
        for _, p in ipairs(t) do parts[#parts + 1] = p[1] .. p[2] end
        return 1, table.concat(parts, " ")
    end },
  },
}
