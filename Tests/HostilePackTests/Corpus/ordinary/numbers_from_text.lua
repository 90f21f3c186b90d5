-- shows: read numbers from text
-- result: 12 255 0.5 nil 16
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        return 1, tonumber("12") .. " " .. tonumber("0xff") .. " " .. tonumber(" .5 ") .. " " .. tostring(tonumber("twelve")) .. " " .. tonumber("10000", 2)
    end },
  },
}
