-- shows: keep arguments with `table.pack`
-- result: 3 true
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local function f(...) return table.pack(...) end
        local t = f(1, nil, nil)
        return 1, t.n .. " " .. tostring(t[2] == nil)
    end },
  },
}
