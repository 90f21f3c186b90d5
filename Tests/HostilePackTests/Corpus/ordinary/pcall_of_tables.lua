-- shows: raise and catch an error that is a table
-- result: too_few 3
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local ok, e = pcall(error, { code = "too_few", count = 3 })
        return 1, e.code .. " " .. e.count
    end },
  },
}
