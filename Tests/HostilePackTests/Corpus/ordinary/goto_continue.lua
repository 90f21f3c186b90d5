-- shows: skip a round with `goto continue`
-- result: 1 3 5
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local parts = {}
        for i = 1, 6 do
          if i % 2 == 0 then goto continue end
          parts[#parts + 1] = i
          ::continue::
        end
        return 1, table.concat(parts, " ")
    end },
  },
}
