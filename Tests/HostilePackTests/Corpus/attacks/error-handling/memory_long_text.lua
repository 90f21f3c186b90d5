-- tries: end the making of a text that is too long, and answer
-- outcome: memory_limit
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        pcall(function() local s = "xx" while true do s = s .. s end end) return 1, "escaped"
    end },
  },
}
