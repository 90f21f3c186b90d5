-- tries: return nothing from the manifest
-- outcome: load:WM006
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return 1 end } },
}
-- file: pack.lua
return
