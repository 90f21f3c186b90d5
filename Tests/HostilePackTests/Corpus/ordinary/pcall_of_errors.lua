-- shows: catch an error of one's own and go on
-- result: no way|true 5
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local ok, why = pcall(error, "no way", 0)
        local good, five = pcall(function() return 5 end)
        return ok and 0 or 1, why .. "|" .. tostring(good) .. " " .. five
    end },
  },
}
