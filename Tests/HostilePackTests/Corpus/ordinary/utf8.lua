-- shows: work on letters that are not ASCII
-- result: 5 233 é Zoë
matrix "probe" {
  title = "Probe", range = { 0, 100 },
  rows = {
    { "probe", "Probe", max = 100, points = function(n)
        local word = "Zo\u{eb}"
        local letters = {}
        for _, code in utf8.codes(word) do letters[#letters + 1] = utf8.char(code) end
        return 1, utf8.len("caféé") .. " " .. utf8.codepoint("é") .. " " .. ("é"):match(utf8.charpattern) .. " " .. table.concat(letters)
    end },
  },
}
