-- shows: call oneself ten thousand times
-- result: 50005000
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local function sum(k) if k == 0 then return 0 end return k + sum(k - 1) end
        return 1, tostring(sum(10000))
    end },
  },
}
