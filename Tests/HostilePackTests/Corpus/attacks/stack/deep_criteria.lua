-- tries: nest `all` and `any` very deeply
-- outcome: load:WM020
local node = { { "c", "C", function() return true end } }
for i = 1, 60 do node = { all = node } end
criteria "c" { title = "C", all = node }
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return 1 end } },
}
