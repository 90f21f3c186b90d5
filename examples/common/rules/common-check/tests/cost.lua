-- The figures are those printed in the two reports; sums by hand.
local cost = require "common.cost"

describe("cost of crime", function()
  local printed = {
    violence_against_the_person = { 10407, 1928 }, homicide = { 1458975, 144239 }, wounding = { 8852, 1775 },
    serious_wounding = { 21422, 14345 }, other_wounding = { 8056, 978 }, sexual_offences = { 31438, 3298 }, common_assault = { 1440, 255 },
    robbery = { 7282, 2601 }, burglary_in_a_dwelling = { 3268, 1137 }, theft = { 844, 217 }, theft_not_vehicle = { 634, 301 },
    theft_of_vehicle = { 4138, 199 }, theft_from_vehicle = { 858, 50 }, attempted_vehicle_theft = { 510, 65 }, criminal_damage = { 866, 126 },
  }
  for offence, pounds in pairs(printed) do
    it("is as printed for " .. offence, function()
      expect(cost.of(offence, "2003/04")).is(pounds[1])
      expect(cost.to_justice(offence, "2003/04")).is(pounds[2])
    end)
  end

  it("is of a year that is named, and no other", function()
    for _, ask in ipairs { cost.of, cost.to_justice } do
      local worked, message = pcall(ask, "robbery", "2026")
      expect(worked).is_false()
      expect(message).contains("no costs of crime in prices of `2026`, only of 2003/04")
    end
    local worked, message = pcall(cost.of, "robbery")
    expect(worked).is_false()
    expect(message).contains("`nil`")
  end)

  it("is not 0 where nobody has published one", function()
    local worked, message = pcall(cost.of, "fraud", "2003/04")
    expect(worked).is_false()
    expect(message).contains("no cost of `fraud` in prices of 2003/04")
  end)

  local headings = {
    violence = "violence_against_the_person", sexual = "sexual_offences", robbery = "robbery", burglary_dwelling = "burglary_in_a_dwelling",
    theft_person = "theft_not_vehicle", theft_other = "theft_not_vehicle", theft_vehicle = "theft_of_vehicle",
    theft_from_vehicle = "theft_from_vehicle", criminal_damage = "criminal_damage",
  }
  for type, heading in pairs(headings) do
    it("has a heading for " .. type, function()
      expect(cost.heading(type)).is(heading)
      expect(cost.of(heading, "2003/04")).is_at_least(1)
    end)
  end

  for _, type in ipairs { "theft_shop", "burglary_other", "fraud", "drugs_supply", "arson", "other" } do
    it("has none for " .. type, function() expect(cost.heading(type)).is_nothing() end)
  end
end)

describe("cost of a record's offences", function()
  it("is their sum", function()
    local sum, left_out = cost.of_offences({ { type = "robbery" }, { type = "burglary_dwelling" }, { type = "robbery" } }, "2003/04")
    expect(sum).is(17832)
    expect(left_out).is_nothing()
  end)

  it("says what it leaves out", function()
    local sum, left_out = cost.of_offences({ { type = "robbery" }, { type = "fraud" } }, "2003/04")
    expect(sum).is(7282)
    expect(left_out).is("1 offence left out for want of a published cost")
    local none, both = cost.of_offences({ { type = "theft_shop" }, { type = "fraud" } }, "2003/04")
    expect(none).is(0)
    expect(both).is("2 offences left out for want of a published cost")
  end)

  it("counts those that it is told to", function()
    local offences = { { type = "robbery", outcome = "convicted" }, { type = "robbery", outcome = "nfa" }, { type = "fraud", outcome = "nfa" } }
    local sum, left_out = cost.of_offences(offences, "2003/04", function(o) return o.outcome == "convicted" end)
    expect(sum).is(7282)
    expect(left_out).is_nothing()
  end)

  it("wants a year even for nothing", function()
    local worked, message = pcall(cost.of_offences, {}, "2015/16")
    expect(worked).is_false()
    expect(message).contains("2015/16")
  end)
end)

describe("cost of measures", function()
  it("gives the price year where the report does", function()
    local pounds, doubt = cost.of_measure "prison_year"
    expect(pounds).is(37648)
    expect(doubt).is_nothing()
    expect(cost.price_year "prison_year").is("2011-12")
  end)

  for name, pounds in pairs { arrest = 1668, supervision_year = 5947, residential_treatment_year = 5299 } do
    it("says that the report gives none for " .. name, function()
      local cost_of_it, doubt = cost.of_measure(name)
      expect(cost_of_it).is(pounds)
      expect(doubt).contains("does not say of which year")
      expect(cost.price_year(name)).is_nothing()
    end)
  end

  it("says that the report has two prices of an arrest", function()
    local _, doubt = cost.of_measure "arrest"
    expect(doubt).contains("1,688")
  end)

  it("knows no others", function()
    for _, ask in ipairs { cost.of_measure, cost.price_year } do
      local worked, message = pcall(ask, "tag")
      expect(worked).is_false()
      expect(message).contains("no cost of `tag`")
    end
  end)

  for number, pounds in pairs { [0] = 0, [182] = 18772, [250] = 25786, [124] = 12790, [365] = 37648 } do
    it("is as in the case studies for " .. number .. " days in prison", function() expect(cost.of_prison_days(number)).is(pounds) end)
  end

  -- Keele 2014, chapter 7, case A: 48,796 before, 11,246 after, 37,550 less.
  it("comes to what case A comes to", function()
    local before = cost.of_prison_days(182) + 18 * cost.of_measure "arrest"
    local after = cost.of_measure "supervision_year" + cost.of_measure "residential_treatment_year"
    expect(before).is(48796)
    expect(after).is(11246)
    expect(before - after).is(37550)
  end)

  -- Case B is printed as 62,922 and 48,407, its arrests at 1,688; at the 1,668 that it states it is this. 3,823 and 2,215 are family
  -- support and drug treatment.
  it("comes to other than what case B is printed as, at the price that it states", function()
    local arrest = cost.of_measure "arrest"
    local before = cost.of_prison_days(250) + 22 * arrest
    local after = 3823 + 2215 + cost.of_measure "supervision_year" + cost.of_prison_days(124) + 14 * arrest
    expect(before).is(62482)
    expect(after).is(48127)
    expect(before - after).is(14355)
  end)
end)
