-- shows: use a table with methods of its own
-- result: 3 a b c
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local stack = { items = {} }
        function stack:push(v) self.items[#self.items + 1] = v return self end
        function stack:size() return #self.items end
        stack:push("a"):push("b"):push("c")
        return 1, stack:size() .. " " .. table.concat(stack.items, " ")
    end },
  },
}
