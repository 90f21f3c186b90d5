-- tries: raise an error with bytes that are no text
-- outcome: lua_error
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) error("\0\1\27[2J\xff\xfe\xed\xa0\x80 \r\n end") end } },
}
