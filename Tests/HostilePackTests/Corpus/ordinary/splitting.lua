-- shows: split a list written in one text
-- result: a;b;;c 4
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local parts = {}
        for part in ("a,b,,c"):gmatch("([^,]*)") do parts[#parts + 1] = part end
        return 1, table.concat(parts, ";") .. " " .. #parts
    end },
  },
}
