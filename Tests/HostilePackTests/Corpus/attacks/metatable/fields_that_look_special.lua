-- tries: give a plain table the names of metamethods
-- outcome: same
-- result: table nil
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local t = { __index = function() return 9 end, __len = function() return 9 end, __tostring = function() return "mine" end, __name = "mine" }
        t.__call = t.__index
        return #t, tostring(t) .. " " .. tostring(t.x)
    end },
  },
}
