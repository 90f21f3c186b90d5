-- tries: read the addresses of what the host gives
-- outcome: same
-- result: nominal list answers list
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n, d)
        return 1, tostring(n) .. " " .. tostring(n.offences) .. " " .. tostring(d) .. " " .. tostring(param.areas)
    end },
  },
}
