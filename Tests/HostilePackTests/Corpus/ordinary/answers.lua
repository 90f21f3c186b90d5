-- shows: read other answers
-- result: 1 low met
matrix "probe" { title = "Probe", range = { 0, 10 }, rows = { { "probe", "Probe", max = 5, points = function(n, d)
  return d.score.small, d.score.small .. " " .. d.band.small .. (d.met.always and " met" or "")
end } } }
matrix "small" { title = "Small", range = { 0, 10 }, rows = { { "one", "One", points = 1 } }, bands = { { "high", "High", from = 5 }, { "low", "Low" } } }
criteria "always" { title = "Always", all = { { "always", "Always", function() return true end } } }
