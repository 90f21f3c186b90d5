-- shows: leave a loop early
-- result: 7
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local found
        for i = 1, 100 do
          if i * i > 40 then found = i break end
        end
        return 1, tostring(found)
    end },
  },
}
