-- tries: declare a table nested very deeply
-- outcome: load:WM020
-- says: nested too deeply
local t = {}
for i = 1, 10000 do t = { t } end
matrix "probe" { title = "P", range = { 0, 1 }, rows = t }
