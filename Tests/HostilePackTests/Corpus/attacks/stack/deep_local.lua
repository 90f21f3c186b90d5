-- tries: keep a deeply nested table in a local
-- outcome: same
local deep = {}
for i = 1, 3000 do deep = { deep } end
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local t, k = deep, 0
        while t[1] do t, k = t[1], k + 1 end
        return k // 100
    end },
  },
}
