-- shows: put values into a text
-- result: 007|3.14|ff|+5|   x|y  |10%|"q"|A
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        return 1, ("%03d|%.2f|%x|%+d|%4s|%-3s|%d%%|%q|%c"):format(7, 3.14159, 255, 5, "x", "y", 10, "q", 65)
    end },
  },
}
