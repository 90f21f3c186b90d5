-- tries: give very many rows the same long title, which the host would copy
-- outcome: load:WM021
local long = ("long "):rep(300)
local function rows() local rows = {} for i = 1, 2000 do rows[i] = { "r" .. i, long, points = 0 } end return rows end
for i = 1, 100 do matrix("m" .. i) { title = "M", range = { 0, 1 }, rows = rows() } end
