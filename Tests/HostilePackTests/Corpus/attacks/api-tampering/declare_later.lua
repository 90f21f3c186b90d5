-- tries: keep half a declaration for later
-- outcome: bad_argument
local late = matrix "late"
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        late { title = "Late", range = { 0, 1 }, rows = { { "r", "R", points = 1 } } } return 1
    end },
  },
}
