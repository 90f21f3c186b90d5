-- shows: catch a mistake of Lua's own kind
-- result: false true
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local ok, why = pcall(function() return nil + 1 end)
        return 1, tostring(ok) .. " " .. tostring(why:find("arithmetic") ~= nil)
    end },
  },
}
