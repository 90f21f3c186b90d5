-- shows: count kinds of things
-- result: a=3 b=2 c=1
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local counts, parts = {}, {}
        for letter in ("abacab"):gmatch("%a") do counts[letter] = (counts[letter] or 0) + 1 end
        for letter, k in pairs(counts) do parts[#parts + 1] = letter .. "=" .. k end
        return 1, table.concat(parts, " ")
    end },
  },
}
