-- tries: search for a long text in a long text, many times
-- outcome: instruction_limit
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local text, part = ("a"):rep(65000), ("a"):rep(30000) .. "b"
        while true do text:find(part, 1, true) end
    end },
  },
}
