-- tries: take the counting hook off
-- outcome: undefined_name
-- says: `debug`
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) local x = debug.sethook() return 1 end } },
}
