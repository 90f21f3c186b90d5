-- shows: tell integers from floats
-- result: integer float 3 true 10
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        return 1, math.type(1) .. " " .. math.type(1.0) .. " " .. math.tointeger(3.0) .. " " .. tostring(1 == 1.0) .. " " .. (1e1 // 1 | 0)
    end },
  },
}
