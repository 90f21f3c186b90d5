-- tries: never end, by calls that take no stack
-- outcome: instruction_limit
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local function f(k) return f(k + 1) end
        return f(1)
    end },
  },
}
