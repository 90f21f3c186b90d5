-- tries: nest `pcall` without an end
-- outcome: depth_limit
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local function f() return pcall(f) end
        f()
        return 1
    end },
  },
}
