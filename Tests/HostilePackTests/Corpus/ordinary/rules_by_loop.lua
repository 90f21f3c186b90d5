-- shows: declare rows in a loop
-- result: row 1
local rows = {}
for i = 1, 3 do rows[i] = { "row_" .. i, "Row " .. i, max = 5, points = function() return i, "row " .. i end } end
matrix "probe" { title = "Probe", range = { 0, 20 }, rows = rows }
