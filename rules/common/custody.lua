-- Where a person is, in the words that the rules use.
local custody = {}

-- In prison today, sentenced or on remand.
function custody.now(n)
  return n.custody_status == "custody" or n.custody_status == "remand"
end

return custody
