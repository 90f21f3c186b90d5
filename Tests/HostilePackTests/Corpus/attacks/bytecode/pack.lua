-- tries: forge bytes with `string.pack`
-- outcome: lua_error
-- says: pack
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return 1, string.pack("<i8", 1) end } },
}
