-- shows: write an iterator without memory
-- result: 3 2 1
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local function down(_, i) if i > 1 then return i - 1 end end
        local parts = {}
        for i in down, nil, 4 do parts[#parts + 1] = i end
        return 1, table.concat(parts, " ")
    end },
  },
}
