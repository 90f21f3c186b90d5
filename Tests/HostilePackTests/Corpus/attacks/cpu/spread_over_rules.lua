-- tries: take a little too long in each of many rules
-- outcome: instruction_limit
local rows = {}
for i = 1, 50 do rows[i] = { "r" .. i, "R", points = function() for _ = 1, 20000 do end return 0 end } end
matrix "probe" { title = "Probe", range = { 0, 100 }, rows = rows }
