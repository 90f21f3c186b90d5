-- tries: nest `#` in indexes in the source
-- outcome: load:WM002
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local t = {}
        return «#t[»*12000 1 «]»*12000
    end },
  },
}
