-- tries: hide the host's names behind locals
-- outcome: same
-- result: mine
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local pcall, n, date = function() return true end, { age = 5 }, nil
        return pcall() and n.age, "mine"
    end },
  },
}
