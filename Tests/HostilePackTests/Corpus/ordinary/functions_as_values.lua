-- shows: hand functions to functions
-- result: 2 4 6|4 6|12
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local function map(t, f) local r = {} for i, v in ipairs(t) do r[i] = f(v) end return r end
        local function filtered(t, f) local r = {} for _, v in ipairs(t) do if f(v) then r[#r + 1] = v end end return r end
        local function fold(t, f, start) for _, v in ipairs(t) do start = f(start, v) end return start end
        local doubled = map({ 1, 2, 3 }, function(v) return 2 * v end)
        local large = filtered(doubled, function(v) return v > 2 end)
        return 1, table.concat(doubled, " ") .. "|" .. table.concat(large, " ") .. "|" .. fold(doubled, function(a, b) return a + b end, 0)
    end },
  },
}
