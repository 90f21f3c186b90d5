-- shows: take a text apart with patterns
-- result: 2026 8 2|key=value|nil
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local y, m, d = ("2026-08-02"):match("(%d+)%-(%d+)%-(%d+)")
        local k, v = ("  key =  value "):match("^%s*(%a+)%s*=%s*(%a+)%s*$")
        return 1, tonumber(y) .. " " .. tonumber(m) .. " " .. tonumber(d) .. "|" .. k .. "=" .. v .. "|" .. tostring(("x"):match("%d"))
    end },
  },
}
