local function in_prison(score)
  return score:has "flags" and string.find(score.flags, "P", 1, true) ~= nil
end

-- How many of the latest risk scores outside prison are green, one after the other.
local function greens_in_a_row(n)
  local run = 0
  for _, score in ipairs(n.scores) do
    if score.matrix == "risk" and not in_prison(score) then
      run = score.band == "green" and run + 1 or 0
    end
  end
  return run
end

deselection {
  { "could_leave", "Green at the latest " .. param.green_dates .. " dates outside prison",
    note = "The appendix does not say why nine people left; this is one rule that a board might adopt.",
    when = function(n) return n.custody_status ~= "custody" and greens_in_a_row(n) >= param.green_dates end },
}
