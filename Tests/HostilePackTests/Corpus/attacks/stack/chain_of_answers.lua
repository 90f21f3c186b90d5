-- tries: read through four hundred answers
-- outcome: too_deep
-- says: 60 deep
local function link(i)
  matrix("m" .. i) { title = "M", range = { 0, 1 }, rows = { { "r", "R", points = function(n, d) return d.score["m" .. i + 1] end } } }
end
for i = 1, 399 do link(i) end
matrix "m400" { title = "M", range = { 0, 1 }, rows = { { "r", "R", points = 1 } } }
