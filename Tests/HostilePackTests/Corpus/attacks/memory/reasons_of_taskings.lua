-- tries: give a long reason for each of very many taskings
-- outcome: reason_limit
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return 1 end } },
}
local long = ("because "):rep(250)
local all = {}
for i = 1, 900 do all[i] = { "t" .. i, "T", owner = "o", due = days(5), because = function() return long end } end
tasking(all)
selection { { "s", "S" } }
deselection {}
