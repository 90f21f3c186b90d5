-- shows: have two functions call one another
-- result: true false
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local is_even
        local function is_odd(k) return k ~= 0 and is_even(k - 1) end
        function is_even(k) return k == 0 or is_odd(k - 1) end
        return 1, tostring(is_even(100)) .. " " .. tostring(is_odd(100))
    end },
  },
}
