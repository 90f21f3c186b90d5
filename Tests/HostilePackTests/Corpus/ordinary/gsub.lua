-- shows: replace in text, by text, table and function
-- result: B dwelling|2 of 3|<robbery>
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local a = ("burglary_dwelling"):gsub("burglary", "B"):gsub("_", " ")
        local b = ("$x of $y"):gsub("%$(%a)", { x = "2", y = "3" })
        local c = ("robbery"):gsub("%a+", function(word) return "<" .. word .. ">" end)
        return 1, a .. "|" .. b .. "|" .. c
    end },
  },
}
