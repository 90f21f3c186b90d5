-- tries: read an address behind a zero byte
-- outcome: same
-- result: table
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local text = ("\0%s"):format({})
        return 1, text:sub(2)
    end },
  },
}
