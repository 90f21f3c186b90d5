-- shows: read parameters and lists of parameters
-- result: 3 true Camford Oxbridge
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local names = {}
        for _, name in ipairs(param.areas) do names[#names + 1] = name end
        return 1, param.limit .. " " .. tostring(param.areas[n.borough]) .. " " .. table.concat(names, " ")
    end },
  },
}
