-- shows: multiply two matrices
-- result: 19 22 43 50
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local a, b, c = { { 1, 2 }, { 3, 4 } }, { { 5, 6 }, { 7, 8 } }, {}
        for i = 1, 2 do
          for j = 1, 2 do
            local sum = 0
            for k = 1, 2 do sum = sum + a[i][k] * b[k][j] end
            c[#c + 1] = sum
          end
        end
        return 1, table.concat(c, " ")
    end },
  },
}
