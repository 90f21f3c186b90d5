-- tries: add up spans until they overflow
-- outcome: bad_argument
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local s = days(199999)
        for i = 1, 99 do s = s + s end
        return 1
    end },
  },
}
