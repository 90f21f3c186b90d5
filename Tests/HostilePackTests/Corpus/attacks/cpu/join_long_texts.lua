-- tries: join long texts again and again
-- outcome: instruction_limit
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local a = ("x"):rep(32000)
        while true do local b = a .. a end
    end },
  },
}
