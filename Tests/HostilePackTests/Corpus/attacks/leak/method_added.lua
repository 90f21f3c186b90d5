-- tries: add a function to a shared table
-- outcome: read_only
local tools = {}
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        function tools.f() return 2 end
        return tools.f()
    end },
  },
}
