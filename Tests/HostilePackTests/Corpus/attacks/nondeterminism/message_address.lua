-- tries: read an address through Lua's own messages
-- outcome: same
-- result: rules.lua:8: attempt to concatenate a table value
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local _, e = pcall(function() return {} .. print end)
        return 1, e
    end },
  },
}
