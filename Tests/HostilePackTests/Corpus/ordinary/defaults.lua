-- shows: give a default for what is missing
-- result: true
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local ogrs = n:get("ogrs2", 0)
        return 1, tostring((ogrs > 0) == n:has("ogrs2"))
    end },
  },
}
