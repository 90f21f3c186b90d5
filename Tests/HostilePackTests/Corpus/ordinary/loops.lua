-- shows: go on while, until and down
-- result: 4 3 321
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local a, b, c = 0, 0, ""
        while a < 4 do a = a + 1 end
        repeat local done = b == 2 b = b + 1 until done
        for i = 3, 1, -1 do c = c .. i end
        return 1, a .. " " .. b .. " " .. c
    end },
  },
}
