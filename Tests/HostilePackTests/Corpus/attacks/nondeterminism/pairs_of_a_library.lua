-- tries: walk over a library
-- outcome: same
-- result: char charpattern codepoint codes len offset
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local names = {}
        for k in pairs(utf8) do names[#names + 1] = k end
        return 1, table.concat(names, " ")
    end },
  },
}
