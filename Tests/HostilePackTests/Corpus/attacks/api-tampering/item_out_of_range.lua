-- tries: ask for items that are not there
-- outcome: same
-- result: nilnilnilnil
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local l = n.offences
        return 1, tostring(l[0]) .. tostring(l[-1]) .. tostring(l[1 << 62]) .. tostring(l[math.mininteger])
    end },
  },
}
