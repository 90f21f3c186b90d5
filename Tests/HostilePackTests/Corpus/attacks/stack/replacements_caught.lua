-- tries: nest replacements without an end, and catch it
-- outcome: depth_limit
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local function f() return (("x"):gsub("x", f)) end
        return pcall(f) and 0 or 1
    end },
  },
}
