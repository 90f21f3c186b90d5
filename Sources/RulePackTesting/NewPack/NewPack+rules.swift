/// The rules of a pack that stands alone. Their thresholds are for a board to decide.
extension NewPack {
    var manifest: String {
        """
        -- What the pack is, what it may read, and the numbers that the board decides.
        -- `waymark fields` lists every field that `reads` can name.
        return {
          waymark = 1,
          id = "\(name)",
          title = "\(place) integrated offender management",
          version = "0.1.0",
          owner = { borough = "\(place)", contact = "iom@\(name).example.org" },
          purpose = "Choose who is offered intensive joint management in \(place), and show each of them the way out.",
          lawful_basis = "For the board to confirm.",
          valid = \(valid),
          files = { "scope.lua", "score.lua", "decisions.lua" },
          reads = { "age", "borough", "convictions_total", "offences", "ogrs2", "needs.drugs", "scores" },
          protected = { age = "Children have services and law of their own; this scheme is for adults." },
          max_age = { ogrs2 = "12 months" },
          parameters = {
            area = { { "\(place)" }, title = "Where the scheme works", source = "For the board to confirm", note = "A list: add districts in quotes" },
            adult_age = {
              18, min = 18, max = 21, unit = "years", title = "Adult from", source = "For the board to confirm", note = "illustrative",
            },
            least_convictions = {
              2, min = 1, max = 10, unit = "convictions", title = "Convictions that bring somebody into scope",
              source = "For the board to confirm", note = "illustrative",
            },

            looks_back = {
              12, min = 6, max = 24, unit = "months", title = "Convictions counted from this far back",
              source = "For the board to confirm", note = "illustrative",
            },
            burglary_points = {
              10, min = 5, max = 15, unit = "points", title = "For each burglary", source = "For the board to confirm", note = "illustrative",
            },
            burglary_most = {
              40, min = 20, max = 40, unit = "points", title = "Most for burglary", source = "For the board to confirm", note = "illustrative",
            },
            robbery_points = {
              15, min = 5, max = 20, unit = "points", title = "For each robbery", source = "For the board to confirm", note = "illustrative",
            },
            robbery_most = {
              30, min = 20, max = 30, unit = "points", title = "Most for robbery", source = "For the board to confirm", note = "illustrative",
            },
            ogrs_high = {
              75, min = 70, max = 90, unit = "percent", title = "High OGRS2", source = "For the board to confirm", note = "illustrative",
            },
            ogrs_middle = {
              50, min = 40, max = 69, unit = "percent", title = "Middling OGRS2", source = "For the board to confirm", note = "illustrative",
            },
            ogrs_high_points = {
              20, min = 11, max = 20, unit = "points", title = "For a high OGRS2", source = "For the board to confirm", note = "illustrative",
            },
            ogrs_middle_points = {
              10, min = 1, max = 10, unit = "points", title = "For a middling OGRS2", source = "For the board to confirm", note = "illustrative",
            },
            drugs_points = {
              10, min = 1, max = 10, unit = "points", title = "For a marked drug need", source = "For the board to confirm", note = "illustrative",
            },
            high_from = {
              60, min = 50, max = 80, unit = "points", title = "High from", source = "For the board to confirm", note = "illustrative",
            },
            medium_from = {
              30, min = 20, max = 49, unit = "points", title = "Medium from", source = "For the board to confirm", note = "illustrative",
            },

            settled_months = {
              6, min = 3, max = 12, unit = "months", title = "Low this long before leaving", source = "For the board to confirm", note = "illustrative",
            },
            settled_scores = {
              3, min = 2, max = 6, unit = "scores", title = "Low scores in that time", source = "For the board to confirm", note = "illustrative",
            },
            visit_days = {
              7, min = 1, max = 14, unit = "days", title = "First visit within", source = "For the board to confirm", note = "illustrative",
            },
            visit_months = {
              3, min = 1, max = 6, unit = "months", title = "No second visit within", source = "For the board to confirm", note = "illustrative",
            },
          },
        }

        """
    }

    var scope: String {
        """
        -- Who the scheme is for. `n` is the nominal: the person's record.
        criteria "scope" {
          title = "In scope in \(place)",
          source = "For the board to confirm",
          all = {
            { "resident", "Lives where the scheme works", function(n) return param.area[n.borough] end },
            { "adult", "Old enough for the scheme", function(n) return n.age >= param.adult_age end },
            { "record", "Enough convictions", function(n) return n.convictions_total >= param.least_convictions end },
          },
        }

        """
    }

    var score: String {
        """
        -- How much the record speaks for joint management. Each row gives points, and the bands cut the total.
        local recent = months(param.looks_back)
        local burglary = filter { type = { "burglary_dwelling", "burglary_other" }, outcome = "convicted", within = recent }
        local robbery = filter { type = "robbery", outcome = "convicted", within = recent }

        matrix "acquisitive" {
          title = "Serious acquisitive crime score",
          source = "For the board to confirm",
          note = "The points are illustrative until the board decides them.",
          range = { 0, 100 },
          rows = {
            { "burglary", "Convictions for burglary", max = param.burglary_most,
              points = function(n)
                local count = n.offences:count(burglary)
                return param.burglary_points * count, count .. " in " .. param.looks_back .. " months"
              end },
            { "robbery", "Convictions for robbery", max = param.robbery_most,
              points = function(n)
                local count = n.offences:count(robbery)
                return param.robbery_points * count, count .. " in " .. param.looks_back .. " months"
              end },
            { "ogrs", "OGRS2, the chance of reconviction in two years", of = function(n) return n.ogrs2 end,
              steps = { { param.ogrs_high, param.ogrs_high_points }, { param.ogrs_middle, param.ogrs_middle_points } } },
            { "drugs", "Marked drug need", points = param.drugs_points, when = function(n) return n.needs.drugs == 2 end },
          },
          bands = {
            { "high", "High", from = param.high_from },
            { "medium", "Medium", from = param.medium_from },
            { "low", "Low" },
          },
        }

        """
    }

    var decisions: String {
        """
        -- What is recommended. `d` is the decision so far: the answers of the other files. People decide.

        -- For people who are not in the cohort: the first rule that holds.
        selection {
          { "high", "High score: offer joint management", category = "high",
            when = function(n, d) return d.met.scope and d.band.acquisitive == "high" end },
          { "medium", "Medium score: keep under review", action = "monitor",
            when = function(n, d) return d.met.scope and d.band.acquisitive == "medium" end },
        }

        -- For people who are in it: the first rule that holds.
        deselection {
          { "moved", "No longer lives where the scheme works", when = function(n) return not param.area[n.borough] end },
          { "settled", "Low for long enough", to = "monitor",
            when = function(n)
              return n.scores:all {
                where = { matrix = "acquisitive" }, band = "low", within = months(param.settled_months), at_least = param.settled_scores,
              }
            end },
        }

        -- Work for people in the cohort, and for those to be selected.
        tasking {
          { "first_visit", "Visit by police and probation together", owner = "offender_manager", due = days(param.visit_days),
            priority = "high", every = months(param.visit_months),
            when = function(n, d) return d.band.acquisitive == "high" end,
            because = function(n, d) return "scored " .. d.score.acquisitive end },
        }

        """
    }
}
