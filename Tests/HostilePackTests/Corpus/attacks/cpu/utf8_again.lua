-- tries: count the letters of a long text again and again
-- outcome: instruction_limit
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local text = ("é"):rep(30000)
        while true do utf8.len(text) end
    end },
  },
}
