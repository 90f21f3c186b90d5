-- tries: note it in a table that is a key of another
-- outcome: read_only
local key = {}
local keyed = { [key] = true }
local function touch() key.seen = 1 end
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) touch() return 1 end } },
}
