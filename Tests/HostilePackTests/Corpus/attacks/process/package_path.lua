-- tries: make `require` look elsewhere
-- outcome: load:WM012
-- says: `package`
package.path = "/tmp/?.lua"
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = { { "probe", "Probe", max = 100, points = function(n) return 1 end } },
}
