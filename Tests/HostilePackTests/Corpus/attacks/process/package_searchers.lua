-- tries: make `require` search by a function of one's own
-- outcome: load:WM012
-- says: `package`
package.searchers[1] = function() return function() return {} end end
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return 1 end } },
}
