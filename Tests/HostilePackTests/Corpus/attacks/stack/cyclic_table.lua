-- tries: declare a table that contains itself
-- outcome: load:WM020
-- says: contains itself
local t = { title = "P", range = { 0, 1 } }
t.rows = { t }
matrix "probe" (t)
