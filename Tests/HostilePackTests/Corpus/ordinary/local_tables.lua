-- shows: keep helper tables inside a rule
-- result: robbery=3 theft=1
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local weights = { robbery = 3, theft = 1 }
        local parts = {}
        for name, w in pairs(weights) do parts[#parts + 1] = name .. "=" .. w end
        return 1, table.concat(parts, " ")
    end },
  },
}
