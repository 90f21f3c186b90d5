-- tries: call without an end
-- outcome: memory_limit
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) local function f(x) return 1 + f(x) end return f(1) end } },
}
