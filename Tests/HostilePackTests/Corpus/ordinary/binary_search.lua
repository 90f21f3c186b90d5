-- shows: search a sorted list
-- result: 7 nil
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local t = { 2, 3, 5, 7, 11, 13, 17, 19 }
        local function find(x)
          local low, high = 1, #t
          while low <= high do
            local middle = (low + high) // 2
            if t[middle] == x then return middle end
            if t[middle] < x then low = middle + 1 else high = middle - 1 end
          end
          return nil
        end
        return 1, tostring(find(17)) .. " " .. tostring(find(4))
    end },
  },
}
