-- tries: decide by which name `next` gives
-- outcome: same
-- result: whiskey
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return 1, (next({ zulu = 1, yankee = 1, xray = 1, whiskey = 1 })) end } },
}
