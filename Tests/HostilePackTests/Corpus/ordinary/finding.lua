-- shows: find plain text and patterns
-- result: 3 5|nil|2
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local from, to = ("a.b.c"):find("b.c", 1, true)
        return 1, from .. " " .. to .. "|" .. tostring(("abc"):find("x")) .. "|" .. ("a1"):find("%d")
    end },
  },
}
