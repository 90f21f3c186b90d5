-- shows: join constants
-- result: a, b, c|bc|
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        return 1, table.concat({ "a", "b", "c" }, ", ") .. "|" .. table.concat({ "a", "b", "c" }, "", 2) .. "|" .. table.concat({})
    end },
  },
}
