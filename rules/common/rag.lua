-- Red, amber and green, and the flags beside a recorded score, in one place for every pack.
local rag = {}

-- The three bands, from the score where red and where amber begins.
function rag.bands(red, amber)
  return {
    { "red", "Red: high risk of re-offending", from = red },
    { "amber", "Amber: medium risk of re-offending", from = amber },
    { "green", "Green: low risk of re-offending" },
  }
end

-- Whether a recorded score carries a flag: P in prison, W wanted, D de-selected.
function rag.flagged(score, flag)
  local flags = " " .. score:get("flags", "") .. " "
  return string.find(flags, " " .. flag .. " ", 1, true) ~= nil
end

return rag
