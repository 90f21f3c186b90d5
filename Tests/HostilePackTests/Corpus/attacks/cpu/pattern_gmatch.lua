-- tries: walk over matches that take for ever to find
-- outcome: instruction_limit
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) for _ in ("a"):rep(60000):gmatch("a-b") do end return 1 end } },
}
