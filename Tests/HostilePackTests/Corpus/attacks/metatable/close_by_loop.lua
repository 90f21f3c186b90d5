-- tries: have a loop close its fourth value
-- outcome: lua_error
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        for _ in function() end, nil, nil, { __close = function() end } do end return 1
    end },
  },
}
