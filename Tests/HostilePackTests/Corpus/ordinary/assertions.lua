-- shows: assert what holds
-- result: 5 fine
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local v, word = assert(5, "fine")
        return 1, v .. " " .. word
    end },
  },
}
