-- shows: call oneself
-- result: 120 6765
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local function factorial(k) return k <= 1 and 1 or k * factorial(k - 1) end
        local function fib(k) return k < 2 and k or fib(k - 1) + fib(k - 2) end
        return 1, factorial(5) .. " " .. fib(20)
    end },
  },
}
