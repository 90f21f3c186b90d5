-- tries: decide by the length of a table with holes, which Lua lets depend on a seed
-- outcome: same
-- result: 6 0
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local t = {}
        for i = 1, 40 do t["name" .. i] = i end
        for i = 1, 60 do if i % 7 ~= 0 then t[i] = i end end
        for i = 1, 40 do t["name" .. i] = nil end
        return #{ 1, nil, 3 }, #t .. " " .. #{ nil, 2 }
    end },
  },
}
