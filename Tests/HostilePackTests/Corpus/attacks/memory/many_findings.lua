-- tries: break the contract a hundred thousand times
-- outcome: load:WM007
for i = 1, 100000 do matrix("M" .. i) { 1, 2, x = 1 } end
