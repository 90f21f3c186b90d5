-- tries: catch a pretence of no memory
-- outcome: same
-- result: false not enough memory
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local ok, why = pcall(error, "not enough memory")
        return 1, tostring(ok) .. " " .. why
    end },
  },
}
