-- tries: crash the naming of a variable by a chain of `_ENV`
-- outcome: load:WM003
-- says: `_ENV`
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local a = {}
        a._ENV = a
        local b = a«._ENV»*5000.x + 1
        return 1
    end },
  },
}
