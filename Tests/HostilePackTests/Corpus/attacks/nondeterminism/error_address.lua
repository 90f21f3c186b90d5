-- tries: read an address through an error
-- outcome: same
-- result: table
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local ok, e = pcall(error, {})
        return 1, tostring(e)
    end },
  },
}
