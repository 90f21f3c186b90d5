-- tries: reach the library through the methods of text
-- outcome: lua_error
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return ("").os.execute("true") and 1 end } },
}
