-- tries: write a chain of five thousand `elseif`
-- outcome: same
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local x = 3
        if x == 1 then return 1
        «elseif x == 2 then return 1
        »*1500end
        return 2
    end },
  },
}
