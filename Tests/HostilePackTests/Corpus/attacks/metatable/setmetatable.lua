-- tries: give a table a metatable
-- outcome: undefined_name
-- says: `setmetatable`
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local x = setmetatable({}, { __index = function() return 1 end }) return 1
    end },
  },
}
