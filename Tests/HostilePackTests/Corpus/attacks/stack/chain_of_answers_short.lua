-- tries: read through fifty answers
-- outcome: same
-- result: deep
local function link(i)
  matrix(i == 1 and "probe" or "m" .. i) { title = "M", range = { 0, 1 }, rows = { { "r", "R", points = function(n, d) return d.score["m" .. i + 1], "deep" end } } }
end
for i = 1, 49 do link(i) end
matrix "m50" { title = "M", range = { 0, 1 }, rows = { { "r", "R", points = 1 } } }
