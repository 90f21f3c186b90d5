-- tries: give a long reason in each of very many rows
-- outcome: reason_limit
local long = ("because "):rep(250)
local rows = {}
for i = 1, 900 do rows[i] = { "r" .. i, "R", points = function() return 0, long end } end
matrix "probe" { title = "Probe", range = { 0, 100 }, rows = rows }
