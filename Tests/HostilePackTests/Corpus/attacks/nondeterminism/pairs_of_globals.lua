-- tries: walk over the globals
-- outcome: undefined_name
-- says: `_G`
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) for k in pairs(_G) do return 1 end end } },
}
