-- tries: match with many optional letters
-- outcome: instruction_limit
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local k = 28
        return #("a"):rep(k):match(("a?"):rep(k) .. ("a"):rep(k))
    end },
  },
}
