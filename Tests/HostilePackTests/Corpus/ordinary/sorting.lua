-- shows: sort numbers, names and records
-- result: 1 2 3 10|ada bob cyd|c a b
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local numbers, names = { 10, 2, 3, 1 }, { "cyd", "ada", "bob" }
        local people = { { "a", 2 }, { "b", 3 }, { "c", 1 } }
        table.sort(numbers)
        table.sort(names)
        table.sort(people, function(x, y) return x[2] < y[2] end)
        for i, p in ipairs(people) do people[i] = p[1] end
        return 1, table.concat(numbers, " ") .. "|" .. table.concat(names, " ") .. "|" .. table.concat(people, " ")
    end },
  },
}
