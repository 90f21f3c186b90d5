-- tries: make a long text of letters by number
-- outcome: same
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local t = {}
        for i = 1, 1000 do t[i] = 0x10FFFF end
        return #utf8.char(table.unpack(t)) // 100
    end },
  },
}
