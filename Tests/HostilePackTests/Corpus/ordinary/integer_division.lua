-- shows: divide whole numbers, and take what is left
-- result: 3 1 -4 2 3.5 3.0
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        return 1, 7 // 2 .. " " .. 7 % 2 .. " " .. -7 // 2 .. " " .. -7 % 3 .. " " .. 7 / 2 .. " " .. 7.0 // 2
    end },
  },
}
