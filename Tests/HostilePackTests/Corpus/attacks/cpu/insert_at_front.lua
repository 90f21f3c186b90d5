-- tries: insert at the front of a long table
-- outcome: instruction_limit
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local t = {}
        for i = 1, 60000 do table.insert(t, 1, i) end
        return 1
    end },
  },
}
