-- tries: nest tables that never close
-- outcome: load:WM002
local t = «{ a = »*9000
