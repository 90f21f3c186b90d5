-- tries: note it in a table in a table in a function
-- outcome: read_only
local function make() local t = { { seen = {} } } return function() return t end end
local notes = make()
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) notes()[1].seen[1] = n.borough return 1 end } },
}
