-- shows: nest functions in functions
-- result: 12
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local function outer(x)
          local function inner(y)
            local function innermost(z) return x + y + z end
            return innermost(3)
          end
          return inner(4)
        end
        return 1, tostring(outer(5))
    end },
  },
}
