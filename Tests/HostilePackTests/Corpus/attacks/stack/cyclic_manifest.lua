-- tries: return a manifest that contains itself
-- outcome: load:WM020
-- says: contains itself
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return 1 end } },
}
-- file: pack.lua
local t = { waymark = 1 }
t.title = t
return t
