-- tries: count instructions afresh in a coroutine
-- outcome: undefined_name
-- says: `coroutine`
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return coroutine.wrap(function() return 1 end)() end } },
}
