-- tries: never end, by an iterator
-- outcome: instruction_limit
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) for _ in function() return 1 end do end end } },
}
