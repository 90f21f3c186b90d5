-- shows: cut text into parts
-- result: ell lo Hello, Hel
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local s = "Hello"
        return 1, s:sub(2, 4) .. " " .. s:sub(-2) .. " " .. (s .. ","):rep(1) .. " " .. s:sub(1, 3)
    end },
  },
}
