-- tries: read a frozen table past its metatable
-- outcome: undefined_name
-- says: `rawget`
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) local x = rawget(math, "x") return 1 end } },
}
