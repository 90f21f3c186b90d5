-- shows: calculate with dates
-- result: 2026-10-31 2027-02-28 31 2026 true
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        return 1, tostring(as_of - days(1)) .. " " .. tostring(date("2026-11-30") + months(3)) .. " " .. (as_of - date("2026-10-01")) .. " " .. as_of.year .. " " .. tostring(as_of > date("2026-01-01"))
    end },
  },
}
