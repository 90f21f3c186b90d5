-- shows: write an iterator
-- result: 1 4 9 16
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local function squares(most)
          local i = 0
          return function()
            i = i + 1
            if i <= most then return i * i end
          end
        end
        local parts = {}
        for s in squares(4) do parts[#parts + 1] = s end
        return 1, table.concat(parts, " ")
    end },
  },
}
