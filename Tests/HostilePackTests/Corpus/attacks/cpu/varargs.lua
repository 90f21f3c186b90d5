-- tries: hand ever more values on
-- outcome: memory_limit
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local function f(...) return f(1, 2, 3, 4, 5, 6, 7, 8, ...) end
        return f()
    end },
  },
}
