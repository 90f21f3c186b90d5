-- shows: round up, down and to the nearest
-- result: 2 1 2 -2 1.25
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local function nearest(x, step) return math.floor(x / step + 0.5) * step end
        return 1, math.ceil(1.2) .. " " .. math.floor(1.8) .. " " .. math.tointeger(nearest(1.5, 1)) .. " " .. math.floor(-1.5) .. " " .. nearest(1.23, 0.25)
    end },
  },
}
