-- shows: swap and return several values
-- result: 2 1 3 4 nil
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local a, b = 1, 2
        a, b = b, a
        local function two() return 3, 4 end
        local x, y, z = two()
        return 1, a .. " " .. b .. " " .. x .. " " .. y .. " " .. tostring(z)
    end },
  },
}
