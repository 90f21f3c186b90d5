-- shows: choose with `and` and `or`
-- result: yes no 0
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local function choose(x) return x and "yes" or "no" end
        return 1, choose(0) .. " " .. choose(nil) .. " " .. (nil or 0)
    end },
  },
}
