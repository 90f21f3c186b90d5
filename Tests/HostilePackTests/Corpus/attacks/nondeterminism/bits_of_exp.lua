-- tries: tell machines apart by the last bits of functions
-- outcome: same
-- result: 0x1.1ed3fe64fc541p+2 0x1.26bb1bbb55516p+1 0x1.6a09e667f3bcdp+0
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        return 1, ("%a %a %a"):format(math.exp(1.5), math.log(10), math.sqrt(2))
    end },
  },
}
