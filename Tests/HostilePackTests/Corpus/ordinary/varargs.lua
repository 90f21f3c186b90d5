-- shows: take any number of arguments
-- result: 6 3 nil
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local function sum(...)
          local total = 0
          for _, x in ipairs({ ... }) do total = total + x end
          return total, select("#", ...)
        end
        local total, count = sum(1, 2, 3)
        return 1, total .. " " .. count .. " " .. tostring((select(2, "a", nil)))
    end },
  },
}
