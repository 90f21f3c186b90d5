-- tries: use the environment's name as text
-- outcome: same
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local t = { ["_ENV"] = 1 }
        return t["_ENV"]
    end },
  },
}
