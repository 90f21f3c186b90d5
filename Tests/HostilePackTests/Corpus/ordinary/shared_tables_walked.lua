-- shows: walk over tables of the file
-- result: 1a 2b x=1 y=2
local list, map = { "a", "b" }, { y = 2, x = 1 }
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local parts = {}
        for i, v in ipairs(list) do parts[#parts + 1] = i .. v end
        for k, v in pairs(map) do parts[#parts + 1] = k .. "=" .. v end
        return 1, table.concat(parts, " ")
    end },
  },
}
