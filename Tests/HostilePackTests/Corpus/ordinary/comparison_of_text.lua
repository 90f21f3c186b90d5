-- shows: compare text
-- result: true false true
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        return 1, tostring("a" < "b") .. " " .. tostring("b" <= "a") .. " " .. tostring("Z" < "a")
    end },
  },
}
