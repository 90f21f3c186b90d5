-- tries: read bytes with `string.unpack`
-- outcome: lua_error
-- says: unpack
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return string.unpack("<i8", ("x"):rep(8)) end } },
}
