-- tries: tell machines apart by how no number is printed
-- outcome: same
-- result: nannan
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        print(0 / 0, -(0 / 0))
        return 1, tostring(0 / 0) .. tostring(-(0 / 0))
    end },
  },
}
