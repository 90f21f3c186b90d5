-- tries: call the result of a call, very often
-- outcome: lua_error
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local f
        f = function() return f end
        local f2 = f«()»*9000
        error("end")
    end },
  },
}
