-- tries: decide by how the machine writes decimals
-- outcome: same
-- result: 1.5 2.25 0.5 1.5 nil
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        return 1, ("%.1f %g"):format(1.5, 2.25) .. " " .. 0.5 .. " " .. tostring(tonumber("1.5")) .. " " .. tostring(tonumber("1,5"))
    end },
  },
}
