-- tries: be a manifest that is bytecode
-- outcome: load:WM002
-- says: compiled Lua
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return 1 end } },
}
-- file: pack.lua
LuaT
