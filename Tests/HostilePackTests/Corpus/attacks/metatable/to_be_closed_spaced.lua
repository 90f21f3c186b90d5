-- tries: run a function when a block ends, written apart
-- outcome: load:WM003
-- says: `<close>`
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local a <const>, x <
          -- close by
          close
        > = 1, nil
        return 1
    end },
  },
}
