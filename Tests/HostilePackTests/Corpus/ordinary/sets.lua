-- shows: find what two lists share
-- result: b c
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local inside, both = {}, {}
        for _, v in ipairs({ "a", "b", "c" }) do inside[v] = true end
        for _, v in ipairs({ "b", "c", "d" }) do if inside[v] then both[#both + 1] = v end end
        return 1, table.concat(both, " ")
    end },
  },
}
