-- tries: change the letters of a long text again and again
-- outcome: instruction_limit
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local text = ("e"):rep(60000)
        while true do text:upper() end
    end },
  },
}
