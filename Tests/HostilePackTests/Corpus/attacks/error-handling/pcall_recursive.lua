-- tries: catch in every one of many calls
-- outcome: instruction_limit
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local function f(k) if k > 0 then pcall(f, k - 1) end while true do end end
        f(20) return 1
    end },
  },
}
