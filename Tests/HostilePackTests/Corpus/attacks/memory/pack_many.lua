-- tries: pack what was unpacked, again and again
-- outcome: memory_limit
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local t = { 1 } while true do t = { table.unpack(t, 1, math.min(#t, 900)), t } t[#t + 1] = { table.unpack(t) } end
    end },
  },
}
