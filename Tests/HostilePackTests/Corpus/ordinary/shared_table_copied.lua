-- shows: copy a table of the file, and change the copy
-- result: 1 2 3 4|1 2 3
local list = { 1, 2, 3 }
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local mine = table.move(list, 1, #list, 1, {})
        mine[#mine + 1] = 4
        return 1, table.concat(mine, " ") .. "|" .. table.concat(list, " ")
    end },
  },
}
