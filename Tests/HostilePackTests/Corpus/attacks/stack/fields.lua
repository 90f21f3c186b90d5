-- tries: name a variable at the end of a long chain of fields
-- outcome: lua_error
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local a = {}
        a.x = a
        local b = a«.x»*20000.y + 1
        return b
    end },
  },
}
