-- shows: build a text piece by piece
-- result: 1, 2, 3, 4, 5
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local s = ""
        for i = 1, 5 do
          if i > 1 then s = s .. ", " end
          s = s .. i
        end
        return 1, s
    end },
  },
}
