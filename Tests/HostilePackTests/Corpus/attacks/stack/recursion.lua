-- tries: call oneself, with a large frame
-- outcome: memory_limit
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local function f(...) local a, b, c, d, e = ... return 1 + f(a, b, c, d, e, ...) end return f(1, 2, 3, 4, 5)
    end },
  },
}
