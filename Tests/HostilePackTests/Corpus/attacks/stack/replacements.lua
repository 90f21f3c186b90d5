-- tries: nest replacements without an end
-- outcome: depth_limit
-- says: too deeply
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local function f() return (("x"):gsub("x", f)) end
        f()
        return 1
    end },
  },
}
