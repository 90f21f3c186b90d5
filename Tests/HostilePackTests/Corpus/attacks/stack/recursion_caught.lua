-- tries: call oneself without an end, and catch it
-- outcome: memory_limit
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local function f() return 1 + f() end
        return 1, tostring(pcall(f))
    end },
  },
}
