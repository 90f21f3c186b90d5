-- shows: call a hundred thousand times without a stack
-- result: done
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local function f(k) if k == 0 then return "done" end return f(k - 1) end
        return 1, f(50000)
    end },
  },
}
