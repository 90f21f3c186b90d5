-- Red, amber and green, and the flags beside a recorded score, in one place for every pack.
--
-- Where red and amber begin is for each pack to say, with its source. In prison a score is often 0 and so green, which is no
-- improvement (Keele 2014, appendix 3): count only scores given outside.
local rag = {}

local ranks = { green = 1, amber = 2, red = 3 }

-- The three bands, from the score where red and where amber begins.
function rag.bands(red, amber)
  return {
    { "red", "Red: high risk of re-offending", from = red },
    { "amber", "Amber: medium risk of re-offending", from = amber },
    { "green", "Green: low risk of re-offending" },
  }
end

-- The band of a score by the same two limits.
function rag.of(score, red, amber)
  return score >= red and "red" or score >= amber and "amber" or "green"
end

-- Bands as numbers to compare: green 1, amber 2, red 3.
function rag.rank(band)
  return ranks[band] or error("`" .. tostring(band) .. "` is none of red, amber and green", 2)
end

-- Whether a recorded score carries a flag: P in prison, W wanted, D de-selected.
function rag.flagged(score, flag)
  local flags = " " .. score:get("flags", "") .. " "
  return string.find(flags, " " .. flag .. " ", 1, true) ~= nil
end

-- How many of the latest scores of a matrix were in this band, one after the other, those given in prison left out.
function rag.in_a_row(scores, matrix, band)
  local run = 0
  for _, score in ipairs(scores) do
    if score.matrix == matrix and not rag.flagged(score, "P") then
      run = score.band == band and run + 1 or 0
    end
  end
  return run
end

return rag
