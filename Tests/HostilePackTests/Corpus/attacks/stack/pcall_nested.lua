-- tries: nest `pcall` deeper than C's stack
-- outcome: depth_limit
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local function f(k) if k == 0 then return 0 end local ok, deep = pcall(f, k - 1) return ok and deep + 1 or 0 end
        return f(190) > 100 and 1 or 0
    end },
  },
}
