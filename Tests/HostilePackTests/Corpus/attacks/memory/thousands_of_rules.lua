-- tries: declare a hundred thousand rules
-- outcome: load:WM021
for i = 1, 100000 do criteria("c" .. i) { title = "C", all = { { "c", "C", function() return true end } } } end
