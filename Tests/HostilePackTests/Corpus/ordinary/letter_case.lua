-- shows: change the case of letters and turn text round
-- result: ABC abc cba 3 65 B
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        return 1, ("abc"):upper() .. " " .. ("ABC"):lower() .. " " .. ("abc"):reverse() .. " " .. #"abc" .. " " .. ("A"):byte() .. " " .. string.char(66)
    end },
  },
}
