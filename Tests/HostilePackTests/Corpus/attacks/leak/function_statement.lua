-- tries: replace a shared function by a `function` statement
-- outcome: changed_local
-- says: `f`
local function f() return 1 end
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        function f() return 2 end
        return f()
    end },
  },
}
