-- tries: lead `table.insert` astray with a length of one's own
-- outcome: same
-- result: 1
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local t = { __len = function() return 1 << 40 end }
        table.insert(t, 1)
        return #t, table.concat(t)
    end },
  },
}
