-- shows: work out a likelihood from a score
-- result: 0.731 0.269 50
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local function p(x) return 1 / (1 + math.exp(-x)) end
        return 1, ("%.3f %.3f %d"):format(p(1), p(-1), math.floor(100 * p(0) + 0.5))
    end },
  },
}
