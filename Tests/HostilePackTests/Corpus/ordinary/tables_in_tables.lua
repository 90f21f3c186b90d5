-- shows: nest tables and walk them
-- result: x.1 x.2 y.1
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local parts = {}
        local function walk(t, path)
          for k, v in pairs(t) do
            if type(v) == "table" then walk(v, path .. k .. ".") else parts[#parts + 1] = path .. k end
          end
        end
        walk({ x = { 1, 1 }, y = { 1 } }, "")
        return 1, table.concat(parts, " ")
    end },
  },
}
