-- tries: compare long texts again and again
-- outcome: instruction_limit
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local a, b = ("x"):rep(65000) .. "a", ("x"):rep(65000) .. "b"
        while a ~= b do if b < a then return 1 end end
    end },
  },
}
