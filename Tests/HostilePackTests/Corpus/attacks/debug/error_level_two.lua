-- tries: see where the rule is called from
-- outcome: same
-- result: here
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local ok, text = pcall(function() error("here", 2) end)
        return 1, text
    end },
  },
}
