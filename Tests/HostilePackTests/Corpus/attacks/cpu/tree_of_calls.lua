-- tries: functions that call functions that call functions, without a loop or a jump
-- outcome: instruction_limit
local function f1(a) return a end
local function f2(a) return f1(a) + f1(a) + f1(a) + f1(a) + f1(a) + f1(a) + f1(a) + f1(a) end
local function f3(a) return f2(a) + f2(a) + f2(a) + f2(a) + f2(a) + f2(a) + f2(a) + f2(a) end
local function f4(a) return f3(a) + f3(a) + f3(a) + f3(a) + f3(a) + f3(a) + f3(a) + f3(a) end
local function f5(a) return f4(a) + f4(a) + f4(a) + f4(a) + f4(a) + f4(a) + f4(a) + f4(a) end
local function f6(a) return f5(a) + f5(a) + f5(a) + f5(a) + f5(a) + f5(a) + f5(a) + f5(a) end
local function f7(a) return f6(a) + f6(a) + f6(a) + f6(a) + f6(a) + f6(a) + f6(a) + f6(a) end
local function f8(a) return f7(a) + f7(a) + f7(a) + f7(a) + f7(a) + f7(a) + f7(a) + f7(a) end
local function f9(a) return f8(a) + f8(a) + f8(a) + f8(a) + f8(a) + f8(a) + f8(a) + f8(a) end
local function f10(a) return f9(a) + f9(a) + f9(a) + f9(a) + f9(a) + f9(a) + f9(a) + f9(a) end
local function f11(a) return f10(a) + f10(a) + f10(a) + f10(a) + f10(a) + f10(a) + f10(a) + f10(a) end
local function f12(a) return f11(a) + f11(a) + f11(a) + f11(a) + f11(a) + f11(a) + f11(a) + f11(a) end
local function f13(a) return f12(a) + f12(a) + f12(a) + f12(a) + f12(a) + f12(a) + f12(a) + f12(a) end
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return f13(n.convictions_total) end } },
}
