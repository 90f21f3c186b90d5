-- shows: ask whether a table is empty
-- result: true false
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        return 1, tostring(next({}) == nil) .. " " .. tostring(next({ x = 1 }) == nil)
    end },
  },
}
